#include "console/console.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <utility>

#include "console/panel.h"
#include "draw/palette.h"
#include "draw/sheet.h"
#include "platform/clipboard.h"
#include "platform/renderer.h"
#include "screens/brand.h"
#include "screens/program.h"
#include "show/remarks.h"

namespace hall {
namespace {

constexpr float list_share = 0.27F;     ///< of the width
constexpr float picture_share = 0.38F;  ///< of the height, at most
constexpr float frame_width = 3;
constexpr float day_height = 210, day_height_short = 178;
constexpr float tall_window = 860;
/// ImGui asserts on a frame without time; its animations here do not matter.
constexpr float frame_time = 1.0F / 60;
/// So long M waits for its digit.
constexpr Milliseconds mark_stands{5000};

/// Vietnamese, Latin and the signs of our own sentences.
constexpr ImWchar ranges[] = {0x20,  0x7E,  0xA0,  0xFF,  0x102,  0x103,  0x110,  0x111,  0x128,  0x129,  0x168, 0x169,
                              0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0, 0x1EF9, 0x2010, 0x203A, 0x2212, 0x2212, 0};

class ContextScope {
public:
    explicit ContextScope(ImGuiContext* context) : before_(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    ~ContextScope() { ImGui::SetCurrentContext(before_); }
    ContextScope(const ContextScope&) = delete;
    ContextScope& operator=(const ContextScope&) = delete;

private:
    ImGuiContext* before_;
};

std::optional<Field> field_of(Key key) {
    switch (key) {
        case Key::f6: return Field::urgent;
        case Key::f7: return Field::ticker;
        case Key::f8: return Field::name;
        case Key::f9: return Field::key;
        case Key::f10: return Field::mc;
        default: return std::nullopt;
    }
}

Typing way_after(Typing typing) {
    switch (typing) {
        case Typing::telex: return Typing::vni;
        case Typing::vni: return Typing::plain;
        case Typing::plain: break;
    }
    return Typing::telex;
}

}  // namespace

struct Console::Inside {
    Renderer& renderer;
    Palette palette;
    Sheet program, preview;
    Language language;
    ImGuiContext* context = nullptr;
    ImFont* large = nullptr;
    TextureId atlas = nullptr;
    Fields fields;
    Peeking peeking = Peeking::no;              ///< by the key
    Peeking peeks = Peeking::no;                ///< at this picture, by key or mouse
    bool marking = false;                       ///< M was pressed: a digit says what is noted
    std::optional<Milliseconds> marking_since;  ///< steady time of the first picture after M or an arrow
    std::optional<int> mark;                    ///< that digit, until the next picture
    int further = 0;  ///< up and down after M, until then: so many recipients further on the page
    Asked asked;
    ItemChoice begins;
    std::optional<std::string> key;  ///< typed, and not taken yet
    std::optional<Field> submitted;  ///< Enter was pressed there
    Said said;                       ///< at the last picture
    bool opens_texts = false;        ///< the tab with the field that was asked for, at the next picture
    Listed listed;
    int tab = 0;               ///< that is open
    int turned = 0;            ///< Tab and Shift+Tab, until the next picture: so many tabs further
    std::uint64_t styled = 0;  ///< the snapshot whose tone marks the typing follows

    Inside(Renderer& target, const Fonts& fonts, const Theme& theme, Language wanted)
        : renderer(target), palette(fonts, target, theme), language(wanted) {}

    void obey_keys(const ConsolePanel& panel);
    void let_mark_go(Milliseconds steady);
    void draw_pictures(const ConsoleInput& input, const ImVec2& preview_at, const ImVec2& program_at,
                       const ImVec2& size);
};

Console::Console(Renderer& renderer, const Fonts& fonts, const Theme& theme, const Path& font_file, Language language,
                 Typing typing)
    : inside_(std::make_unique<Inside>(renderer, fonts, theme, language)) {
    inside_->fields.use(typing);
    ImGuiContext* before = ImGui::GetCurrentContext();
    inside_->context = ImGui::CreateContext();
    const ContextScope scope(inside_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    const auto face = [&](float size) {
        ImFont* made = io.Fonts->AddFontFromFileTTF(font_file.c_str(), size, nullptr, ranges);
        return made ? made : io.Fonts->AddFontDefault();
    };
    face(console_text);
    inside_->large = face(console_large);
    unsigned char* pixels = nullptr;
    Image image;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &image.width, &image.height);
    image.rgba.assign(pixels, pixels + static_cast<std::ptrdiff_t>(image.width) * image.height * 4);
    inside_->atlas = renderer.create(image, Sampling::linear);
    io.Fonts->SetTexID(inside_->atlas);
    ImGui::StyleColorsDark();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {console_gap, console_gap};
    style.ItemSpacing = {console_gap / 2, console_gap / 2};
    style.FrameRounding = 4;
    style.Colors[ImGuiCol_WindowBg] = style.Colors[ImGuiCol_ChildBg] = colour_of(rgb(0x18202B));
    style.Colors[ImGuiCol_Header] = style.Colors[ImGuiCol_HeaderHovered] = style.Colors[ImGuiCol_HeaderActive] =
        colour_of(theme.ink(Ink::accent));
    style.Colors[ImGuiCol_HeaderHovered].w = 0.35F;
    style.Colors[ImGuiCol_Tab] = colour_of(rgb(0x222C3A));
    style.Colors[ImGuiCol_TabActive] = style.Colors[ImGuiCol_TabHovered] = colour_of(rgb(0x4A5666));
    ImGui::SetCurrentContext(before);
}

Console::~Console() {
    inside_->renderer.destroy(inside_->atlas);
    ImGui::DestroyContext(inside_->context);
}

std::optional<std::string> Console::take_typed_key() { return std::exchange(inside_->key, std::nullopt); }

void Console::forget_key() {
    inside_->fields.set(Field::key, {});
    if (inside_->fields.focus() == Field::key) inside_->fields.focus(std::nullopt);
}

bool Console::owes_keys() const { return inside_->mark || inside_->submitted || inside_->further != 0; }

Typing Console::typing() const { return inside_->fields.typing(); }

bool Console::is_typing() const { return inside_->fields.focus().has_value(); }

bool Console::take(const Event& event) {
    Inside& in = *inside_;
    const std::optional<Field> field = in.fields.focus();
    if (field && event.kind == EventKind::key && event.control && event.key == Key::v) {
        in.fields.insert(clipboard_text());
        return true;
    }
    if (event.kind == EventKind::key && event.control && !event.alt && !event.repeat && event.key == Key::t) {
        in.fields.use(way_after(in.fields.typing()));
        return true;
    }
    switch (in.fields.take(event)) {
        case FieldKey::submitted:
            if (field == Field::key)
                in.key = in.fields.text(Field::key);
            else
                in.submitted = field;
            return true;
        case FieldKey::left:
            if (field == Field::key) forget_key();
            // Beside a lit "Off" stands what the wall says.
            if (const auto shown = text_of(in.said, *field); !shown.empty()) in.fields.set(*field, shown);
            return true;
        case FieldKey::taken: return true;
        case FieldKey::not_taken: break;
    }
    if (event.key == Key::v && !event.control && (event.kind == EventKind::key || event.kind == EventKind::key_up)) {
        in.peeking = event.kind == EventKind::key ? Peeking::yes : Peeking::no;
        return true;
    }
    if (event.kind != EventKind::key || event.control || event.alt || event.repeat) return false;
    // Always: what is typed after it must never become commands.
    if (const auto wanted = field_of(event.key)) {
        in.fields.focus(wanted);
        in.opens_texts = true;
        return true;
    }
    if (in.marking && (event.key == Key::up || event.key == Key::down)) {
        in.further += event.key == Key::up ? -1 : 1;
        in.marking_since.reset();
        return true;
    }
    if (event.key == Key::n) {
        in.begins.key = event.shift ? ItemKey::taken_back : ItemKey::begins;
        in.marking = false;
        return true;
    }
    if (event.key == Key::tab) {
        in.turned += event.shift ? -1 : 1;
        in.marking = false;
        return true;
    }
    const auto digit = digit_of(event.key);
    if (std::exchange(in.marking, event.key == Key::m) && digit) {
        in.mark = digit;
        return true;
    }
    in.marking_since.reset();
    return in.marking;
}

/// What was pressed since the last picture, now that it is known where the show stands.
void Console::Inside::obey_keys(const ConsolePanel& panel) {
    if (const auto field = std::exchange(submitted, std::nullopt))
        if (auto command = command_of(panel, *field, fields.text(*field)))
            panel.commands.push_back(*std::move(command));
    for (; further != 0; further += further > 0 ? -1 : 1) ask_for(panel, further);
    if (const auto digit = std::exchange(mark, std::nullopt)) note_by_digit(panel, *digit);
}

/// A digit long after M begins the number of a step: nobody remembers the M.
void Console::Inside::let_mark_go(Milliseconds steady) {
    if (!marking) return marking_since.reset();
    if (!marking_since) marking_since = steady;
    if (steady - *marking_since < mark_stands) return;
    marking = false;
}

void Console::Inside::draw_pictures(const ConsoleInput& input, const ImVec2& preview_at, const ImVec2& program_at,
                                    const ImVec2& size) {
    const float scale = size.x / static_cast<float>(input.wall.width);
    const auto picture = [&](const ImVec2& at) {
        return input.wall.at(static_cast<int>(at.x), static_cast<int>(at.y), scale);
    };
    const auto list_for = [](Sheet& sheet, const Viewport& place) -> ImDrawList& {
        return sheet.begin(place.x + place.width, place.y + place.height);
    };
    dress(palette, input.snapshot, input.theme);
    // The program as it will settle: a thumbnail need not move.
    const Viewport on_air = picture(program_at);
    Viewport cued = picture(preview_at);
    cued.key.reset();  // over a vision mixer's picture the page itself tells where the show stands
    draw_program(list_for(program, on_air), palette, on_air,
                 {input.snapshot, input.rundown, input.state, input.now, Motion::settled});
    renderer.draw(program.list());
    const std::size_t next = input.state.step + 1;
    // An armed page names nobody, and a summary names them all.
    if (next < input.rundown.steps.size() && (peeks == Peeking::yes || newly_named(input, next) == 0)) {
        draw_settled(list_for(preview, cued), palette, cued, input.snapshot, input.rundown.steps[next], input.now.wall);
        renderer.draw(preview.list());
    }
    palette.trim();
}

Clicked Console::draw(const ConsoleInput& input, const ConsoleMouse& mouse) {
    Inside& in = *inside_;
    Clicked clicked;
    if (std::exchange(in.styled, input.snapshot.number) != input.snapshot.number)
        in.fields.use(tone_style_of(written_in(input.feeds)));
    const auto width = static_cast<float>(in.renderer.width()), height = static_cast<float>(in.renderer.height());

    const ContextScope scope(in.context);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DeltaTime = frame_time;
    io.MousePos = mouse.x < 0 ? ImVec2(-FLT_MAX, -FLT_MAX) : ImVec2(mouse.x, mouse.y);
    io.MouseDown[0] = mouse.left;
    io.MouseWheel = mouse.wheel;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width, height});
    ImGui::Begin("console", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ConsoleColours colours;
    colours.accent = in.palette.theme().ink(Ink::accent);
    colours.on_accent = in.palette.theme().ink(Ink::on_accent);
    const float list_width = width * list_share, column = (width - list_width - 3 * console_gap) / 2;
    const float shape = static_cast<float>(input.wall.width) / static_cast<float>(std::max(1, input.wall.height));
    ImVec2 size{column, column / shape};
    if (size.y > height * picture_share) size = {height * picture_share * shape, height * picture_share};
    const float left = list_width + console_gap, right = left + column + console_gap;
    const float title_top = console_gap, top = title_top + ImGui::GetTextLineHeightWithSpacing() + frame_width;
    const float below = top + size.y + console_gap;
    // The mouse held on the preview is the key held. Over the hall's picture the hall would peek as well.
    ImGui::SetCursorPos({left, top});
    ImGui::InvisibleButton("peek", size);
    const bool peeks = in.peeking == Peeking::yes || ImGui::IsItemActive();
    in.peeks = peeks && input.lies == Lies::beside_the_hall ? Peeking::yes : Peeking::no;
    const ConsolePanel panel{input,     in.language, colours, in.large,        in.peeks,
                             in.fields, in.asked,    clicked, clicked.commands};
    follow_texts(in.fields, std::exchange(in.said, input.state.said), input.state.said);
    follow_show(input, in.asked);
    in.obey_keys(panel);
    in.let_mark_go(input.now.steady);

    ImGui::SetCursorPos({console_gap, console_gap});
    ImGui::BeginChild("list", {list_width - console_gap, 0});
    draw_rundown(panel, in.listed);
    ImGui::EndChild();

    ImGui::SetCursorPos({left, title_top});
    panel.text(panel.say("SẮP CHIẾU", "PREVIEW"), colours.accent);
    ImGui::SetCursorPos({right, title_top});
    panel.text(fmt::format(fmt::runtime(panel.say("ĐANG CHIẾU  –  bước {}/{}", "ON AIR  –  step {}/{}")),
                           input.state.step + 1, input.rundown.steps.size()));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto frame = [&](float x, Colour colour) {
        list.AddRect({x - frame_width, top - frame_width}, {x + size.x + frame_width, top + size.y + frame_width},
                     ImGui::GetColorU32(colour_of(colour)), 0, 0, frame_width);
    };
    frame(left, colours.accent);
    frame(right, colours.on_air);
    ImGui::SetCursorPos({left + console_gap, top + size.y / 2});
    panel.text(
        input.state.step + 1 >= input.rundown.steps.size() ? panel.say("Hết chương trình", "The end of the rundown")
        : input.lies == Lies::over_the_hall
            ? panel.say("Đã che tên: cửa sổ này đè lên hình của khán phòng", "Veiled: this window lies over the hall's")
            : panel.say("Đã che tên: giữ V, hoặc giữ chuột ở đây", "Veiled: hold V, or the mouse here"),
        colours.quiet);

    ImGui::SetCursorPos({left, below});
    ImGui::BeginChild("hands", {column, 0});
    draw_transport(panel);
    draw_where(panel);
    draw_recipient(panel, in.marking ? Awaited::digit : Awaited::nothing);
    ImGui::EndChild();
    ImGui::SetCursorPos({right, below});
    ImGui::BeginChild("day", {column, height > tall_window ? day_height : day_height_short});
    draw_day(panel, in.begins);
    ImGui::EndChild();
    ImGui::SetCursorPosX(right);
    ImGui::BeginChild("rest", {column, 0});
    draw_faults(panel);
    if (input.waiting != nullptr) clicked.accept |= draw_waiting(*input.waiting, in.language, in.peeks);
    if (ImGui::BeginTabBar("tabs")) {
        struct Tab {
            const char* name;
            void (*draw)(const ConsolePanel&);
        };
        const std::array tabs = {
            Tab{panel.say("Chữ", "Texts"), draw_texts}, Tab{panel.say("Nguồn", "Sources"), draw_sources},
            Tab{panel.say("Màn hình", "Screens"), draw_screens}, Tab{panel.say("Nhật ký", "Log"), draw_log}};
        constexpr int count = static_cast<int>(tabs.size());
        const int turned = std::exchange(in.turned, 0);
        int wanted = turned == 0 ? -1 : ((in.tab + turned) % count + count) % count;
        if (std::exchange(in.opens_texts, false)) wanted = 0;
        for (int i = 0; i < count; ++i) {
            const Tab& tab = tabs[static_cast<std::size_t>(i)];
            if (!ImGui::BeginTabItem(tab.name, nullptr, i == wanted ? ImGuiTabItemFlags_SetSelected : 0)) continue;
            in.tab = i;
            ImGui::BeginChild("inside", {0, 0});
            tab.draw(panel);
            ImGui::EndChild();
            ImGui::EndTabItem();
        }
        if (ImGui::TabItemButton("[Tab]", ImGuiTabItemFlags_Trailing)) in.turned = 1;
        ImGui::EndTabBar();
    }
    ImGui::EndChild();
    ImGui::End();
    ImGui::Render();

    in.renderer.clear();
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) in.renderer.draw(*data->CmdLists[i]);
    in.draw_pictures(input, {left, top}, {right, top}, size);
    in.renderer.present();
    return clicked;
}

}  // namespace hall
