#include "console/console.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "draw/palette.h"
#include "draw/sheet.h"
#include "platform/renderer.h"
#include "screens/brand.h"
#include "screens/program.h"
#include "show/rundown.h"

namespace hall {
namespace {

constexpr float text_size = 24;  ///< ImGui pixels
constexpr float gap = 16;        ///< pixels
constexpr float button_height = 56;
constexpr Colour warning = rgb(0xFFB000);
/// ImGui asserts on a frame without time; its animations here do not matter.
constexpr float frame_time = 1.0F / 60;
constexpr Milliseconds noticed_clock_error{2000};

ImVec4 colour_of(Colour colour) {
    constexpr float full = 255;
    return {static_cast<float>(colour.red) / full, static_cast<float>(colour.green) / full,
            static_cast<float>(colour.blue) / full, static_cast<float>(colour.alpha) / full};
}

/// Vietnamese, Latin and the punctuation of our own sentences.
constexpr ImWchar ranges[] = {0x20,  0x7E,  0xA0,  0xFF,  0x102,  0x103,  0x110,  0x111,  0x128,  0x129,  0x168, 0x169,
                              0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0, 0x1EF9, 0x2010, 0x2026, 0x2190, 0x2193, 0};

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

}  // namespace

struct Console::Inside {
    Renderer& renderer;
    Palette palette;
    Sheet program, preview;
    Language language;
    ImGuiContext* context = nullptr;
    TextureId atlas = nullptr;
    std::optional<std::size_t> listed_step;  ///< the step that the list was last scrolled to

    Inside(Renderer& target, const Fonts& fonts, const Theme& theme, Language wanted)
        : renderer(target), palette(fonts, target, theme), language(wanted) {}

    const char* say(const char* vi, const char* en) const { return language == Language::vietnamese ? vi : en; }
    void text(const std::string& line) const { ImGui::TextUnformatted(line.c_str()); }

    void warn(const std::string& line) const;
    void where(const ConsoleInput& input) const;
    void sources(const ConsoleInput& input) const;
    void part(const SourceStatus& one, Instant now) const;
    void clock(Milliseconds error) const;
    void buttons(const ConsoleInput& input, std::vector<Command>& commands);
    void rundown(const ConsoleInput& input, std::vector<Command>& commands);
};

Console::Console(Renderer& renderer, const Fonts& fonts, const Theme& theme, const Path& font_file, Language language)
    : inside_(std::make_unique<Inside>(renderer, fonts, theme, language)) {
    ImGuiContext* before = ImGui::GetCurrentContext();
    inside_->context = ImGui::CreateContext();
    const ContextScope scope(inside_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    if (!io.Fonts->AddFontFromFileTTF(font_file.c_str(), text_size, nullptr, ranges)) io.Fonts->AddFontDefault();
    unsigned char* pixels = nullptr;
    Image image;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &image.width, &image.height);
    image.rgba.assign(pixels, pixels + static_cast<std::ptrdiff_t>(image.width) * image.height * 4);
    inside_->atlas = renderer.create(image, Sampling::linear);
    io.Fonts->SetTexID(inside_->atlas);
    ImGui::StyleColorsDark();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {gap, gap};
    style.ItemSpacing = {gap / 2, gap / 2};
    style.Colors[ImGuiCol_HeaderHovered] = style.Colors[ImGuiCol_Header] =
        colour_of(faded(theme.ink(Ink::shape), 0.8F));
    ImGui::SetCurrentContext(before);
}

Console::~Console() {
    inside_->renderer.destroy(inside_->atlas);
    ImGui::DestroyContext(inside_->context);
}

void Console::Inside::warn(const std::string& line) const {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(warning));
    ImGui::TextWrapped("%s", line.c_str());
    ImGui::PopStyleColor();
}

void Console::Inside::where(const ConsoleInput& input) const {
    const Conference& conference = input.snapshot.conference;
    const Step& step = input.rundown.steps[input.state.step];
    const bool by_clock = input.state.drive == Drive::by_clock;
    text(fmt::format(fmt::runtime(say("Bước {}/{}   {}   {}   {}", "Step {}/{}   {}   {}   {}")), input.state.step + 1,
                     input.rundown.steps.size(), describe(step, conference, language),
                     format_clock(conference.identity.timezone.local(input.now.wall)),
                     by_clock
                         ? say("tự chạy theo đồng hồ", "driven by the clock")
                         : say("người vận hành điều khiển  [A: tự chạy]", "driven by the operator  [A: automatic]")));
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(palette.theme().ink(Ink::accent)));
    if (input.state.cover == Cover::hold)
        text(say("TẠM DỪNG: khán phòng thấy màn hình chờ", "HOLD: the hall sees the holding screen"));
    if (input.state.cover == Cover::black)
        text(say("TẮT HÌNH: khán phòng thấy màn đen", "BLACK: the hall sees nothing"));
    if (!step.note.empty()) ImGui::TextWrapped("MC: %s", step.note.c_str());
    if (!input.typed.empty())
        text(fmt::format(fmt::runtime(say("Đến bước {} … Enter", "Jump to {} … Enter")), input.typed));
    ImGui::PopStyleColor();
}

void Console::Inside::sources(const ConsoleInput& input) const {
    const FeedStatus& feed = input.feed;
    const std::string& revision = input.snapshot.conference.revision;
    const std::string age =
        feed.from_cache ? fmt::format(fmt::runtime(say("bản lưu trên máy, nhận {}", "copy kept here, received {}")),
                                      age_in_words(feed.content_since, input.real_time, language))
                        : age_in_words(feed.last_success, input.real_time, language);
    text(fmt::format(
        fmt::runtime(say("Dữ liệu: {}   ({}, bản {})  [R: hỏi lại]", "Data: {}   ({}, revision {})  [R: ask again]")),
        age, feed.source, revision.empty() ? "-" : revision));
    if (!feed.fault.empty()) {
        std::string line = feed.fault.in(language);
        if (feed.next_try && *feed.next_try > input.real_time)
            line += fmt::format(fmt::runtime(say(" Thử lại sau {} giây.", " Next try in {} s.")),
                                std::chrono::ceil<std::chrono::seconds>(*feed.next_try - input.real_time).count());
        warn(line);
    }
    for (const SourceStatus& one : feed.sources) part(one, input.real_time);
    if (feed.server_ahead) clock(input.real_time.time_since_epoch() - input.now.steady - *feed.server_ahead);
    if (!input.save_fault.empty()) warn(input.save_fault.in(language));
    if (!input.channel_fault.empty()) warn(input.channel_fault.in(language));
    if (!input.screens.empty()) text(input.screens.in(language));
    if (!input.snapshot.issues.empty())
        text(fmt::format(fmt::runtime(say("{} điểm cần xem lại trong dữ liệu (hoitruong check).",
                                          "{} things to look at in the feed (hoitruong check).")),
                         input.snapshot.issues.size()));
}

void Console::Inside::clock(Milliseconds error) const {
    if (std::chrono::abs(error) < noticed_clock_error) return;
    warn(fmt::format(fmt::runtime(say("Đồng hồ máy lệch {:+} giây so với máy chủ (hoitruong status).",
                                      "This machine's clock is {:+} s off the server's (hoitruong status).")),
                     std::chrono::round<std::chrono::seconds>(error).count()));
}

void Console::Inside::part(const SourceStatus& one, Instant now) const {
    const std::string line =
        fmt::format("  {}: {}   ({})", one.section,
                    age_in_words(one.fault.empty() ? one.last_success : one.content_since, now, language), one.name);
    if (one.fault.empty())
        text(line);
    else
        warn(line + "   " + one.fault.in(language));
}

void Console::Inside::buttons(const ConsoleInput& input, std::vector<Command>& commands) {
    struct Button {
        const char *vi, *en;
        Verb verb;
        bool lit;
    };
    const Button row[] = {{"TRƯỚC  [PgUp]", "BACK  [PgUp]", Verb::back, false},
                          {"TIẾP  [Space]", "NEXT  [Space]", Verb::next, true},
                          {"TẠM DỪNG  [H]", "HOLD  [H]", Verb::hold, input.state.cover == Cover::hold},
                          {"TẮT HÌNH  [B]", "BLACK  [B]", Verb::black, input.state.cover == Cover::black},
                          {"HIỆN TÊN  [L]", "NAME  [L]", Verb::lower_third, input.state.lower_third == LowerThird::on}};
    constexpr auto count = static_cast<float>(std::size(row));
    const float width = (ImGui::GetContentRegionAvail().x - (count - 1) * gap / 2) / count;
    for (const Button& button : row) {
        if (&button != row) ImGui::SameLine();
        const Colour plate = button.lit ? palette.theme().ink(Ink::accent) : rgb(0x333A45);
        const Colour ink = button.lit ? palette.theme().ink(Ink::on_accent) : rgb(0xF5F0E6);
        ImGui::PushStyleColor(ImGuiCol_Button, colour_of(plate));
        ImGui::PushStyleColor(ImGuiCol_Text, colour_of(ink));
        if (ImGui::Button(say(button.vi, button.en), {width, button_height})) commands.push_back({button.verb, 0});
        ImGui::PopStyleColor(2);
    }
}

void Console::Inside::rundown(const ConsoleInput& input, std::vector<Command>& commands) {
    ImGui::BeginChild("rundown", {0, 0}, true);
    if (std::exchange(listed_step, input.state.step) != input.state.step)
        ImGui::SetScrollY((static_cast<float>(input.state.step) - 2) * ImGui::GetTextLineHeightWithSpacing());
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(input.rundown.steps.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto number = static_cast<std::size_t>(i);
            const std::string line =
                fmt::format("{:>4}  {}##{}", number + 1,
                            describe(input.rundown.steps[number], input.snapshot.conference, language), i);
            if (ImGui::Selectable(line.c_str(), number == input.state.step)) commands.push_back({Verb::jump, number});
        }
    }
    ImGui::EndChild();
}

std::vector<Command> Console::draw(const ConsoleInput& input, const ConsoleMouse& mouse) {
    Inside& in = *inside_;
    std::vector<Command> commands;
    const auto width = static_cast<float>(in.renderer.width()), height = static_cast<float>(in.renderer.height());
    const float picture_width = (width - 3 * gap) / 2;
    const float picture_height = std::min(picture_width / input.program_shape, height * 0.45F);

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
    in.text(in.say("ĐANG CHIẾU", "PROGRAM"));
    ImGui::SameLine(2 * gap + picture_width);
    in.text(in.say("TIẾP THEO", "PREVIEW"));
    const float picture_top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(picture_top + picture_height + gap);
    in.where(input);
    in.sources(input);
    if (input.waiting != nullptr) draw_waiting(*input.waiting, in.language);
    in.buttons(input, commands);
    in.rundown(input, commands);
    ImGui::End();
    ImGui::Render();

    in.renderer.clear();
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) in.renderer.draw(*data->CmdLists[i]);

    Viewport viewport;
    viewport.x = static_cast<int>(gap);
    viewport.y = static_cast<int>(picture_top);
    viewport.width = static_cast<int>(picture_height * input.program_shape);
    viewport.height = static_cast<int>(picture_height);
    // The program as it will settle: a thumbnail need not move.
    const int right = viewport.x + viewport.width, bottom = viewport.y + viewport.height;
    dress(in.palette, input.snapshot, input.theme);
    draw_program(in.program.begin(right, bottom), in.palette, viewport,
                 {input.snapshot, input.rundown, input.state, input.now, Motion::settled});
    in.renderer.draw(in.program.list());
    if (input.state.step + 1 < input.rundown.steps.size()) {
        viewport.x = static_cast<int>(2 * gap + picture_width);
        draw_settled(in.preview.begin(viewport.x + viewport.width, bottom), in.palette, viewport, input.snapshot,
                     input.rundown.steps[input.state.step + 1], input.now.wall);
        in.renderer.draw(in.preview.list());
    }
    in.palette.trim();
    in.renderer.present();
    return commands;
}

}  // namespace hall
