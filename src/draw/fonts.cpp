#include "draw/fonts.h"

#include <ft2build.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include FT_FREETYPE_H

#include "base/text.h"

namespace hall {
namespace {

constexpr std::size_t remembered_texts = 20'000;

constexpr std::array<const char*, face_count> files{
    "source-serif-4/SourceSerif4_700Bold.ttf",     "be-vietnam-pro/BeVietnamPro_500Medium.ttf",
    "be-vietnam-pro/BeVietnamPro_600SemiBold.ttf", "be-vietnam-pro/BeVietnamPro_700Bold.ttf",
    "noto-sans/NotoSans_600SemiBold.ttf",
};

/// Where a character is looked up that the wanted face lacks; Noto Sans has the most.
constexpr std::array fallbacks{Face::digits, Face::sans_semibold, Face::serif_bold, Face::sans_medium, Face::sans_bold};

template <class T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* it) const { destroy(it); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using FontFace = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_t, hb_buffer_destroy>>;

struct EndFreeType {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct EndFace {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FreeType = std::unique_ptr<FT_LibraryRec_, EndFreeType>;
using PixelFace = std::unique_ptr<FT_FaceRec_, EndFace>;

/// Grows `box` by another; an empty box takes the other's place.
void enclose(Box& box, const Box& other) {
    if (other.w <= 0 || other.h <= 0) return;
    if (box.w <= 0 || box.h <= 0) {
        box = other;
        return;
    }
    const float right = std::max(box.right(), other.right());
    const float bottom = std::max(box.bottom(), other.bottom());
    box.x = std::min(box.x, other.x);
    box.y = std::min(box.y, other.y);
    box.w = right - box.x;
    box.h = bottom - box.y;
}

/// One loaded typeface. The bytes outlive everything made from them; the file is mapped, so that only what is used of
/// it is read.
struct LoadedFace {
    Blob bytes;
    Font font;
    PixelFace pixels;
    float units = 1000;
    FaceMetrics metrics;

    bool has(char32_t character) const {
        hb_codepoint_t glyph = 0;
        return hb_font_get_nominal_glyph(font.get(), static_cast<hb_codepoint_t>(character), &glyph) != 0;
    }
    Box extents(hb_codepoint_t glyph) const {
        hb_glyph_extents_t found{};
        if (hb_font_get_glyph_extents(font.get(), glyph, &found) == 0) return {};
        return {static_cast<float>(found.x_bearing) / units, -static_cast<float>(found.y_bearing) / units,
                static_cast<float>(found.width) / units, -static_cast<float>(found.height) / units};
    }
    float height_of(char32_t character) const {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(font.get(), static_cast<hb_codepoint_t>(character), &glyph);
        return -extents(glyph).y;
    }
};

Error broken(const Path& file) {
    return fault("Không đọc được phông chữ " + file.string() + ": tệp thiếu hoặc hỏng. Hãy cài lại chương trình.",
                 "The font " + file.string() + " is missing or damaged. Install the program again.");
}

Result<LoadedFace> load_face(FT_Library library, const Path& file) {
    LoadedFace loaded;
    loaded.bytes.reset(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!loaded.bytes) return broken(file);
    const FontFace face(hb_face_create(loaded.bytes.get(), 0));
    if (hb_face_get_glyph_count(face.get()) == 0) return broken(file);
    loaded.font.reset(hb_font_create(face.get()));
    loaded.units = static_cast<float>(hb_face_get_upem(face.get()));
    FT_Face pixels = nullptr;
    unsigned size = 0;
    const char* const bytes = hb_blob_get_data(loaded.bytes.get(), &size);
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes), static_cast<FT_Long>(size), 0, &pixels) !=
        0)
        return broken(file);
    loaded.pixels.reset(pixels);
    loaded.metrics = {loaded.height_of(U'H'), loaded.height_of(U'x')};
    return loaded;
}

bool draws_nothing(char32_t character) { return character <= U' ' || character == U'\u00A0'; }

}  // namespace

struct Fonts::Inside {
    FreeType library;
    std::vector<LoadedFace> faces;  ///< after the library, so that they go first
    Phrases phrases;
    Buffer buffer{hb_buffer_create()};
    std::unordered_map<std::string, ShapedText> shaped;

    const LoadedFace& of(Face face) const { return faces[static_cast<std::size_t>(face)]; }

    bool find(char32_t character, Face wanted, Face& found) const {
        if (of(wanted).has(character)) {
            found = wanted;
            return true;
        }
        const auto* const other = std::ranges::find_if(fallbacks, [&](Face face) { return of(face).has(character); });
        if (other == fallbacks.end()) return false;
        found = *other;
        return true;
    }

    void shape_run(std::u32string_view run, Face face, float tracking, ShapedText& out) const;
    ShapedText shape(std::string_view text, Face wanted, float tracking) const;
};

void Fonts::Inside::shape_run(std::u32string_view run, Face face, float tracking, ShapedText& out) const {
    if (run.empty()) return;
    const LoadedFace& with = of(face);
    hb_buffer_t* const to = buffer.get();
    hb_buffer_clear_contents(to);
    for (std::size_t at = 0; at < run.size(); ++at)
        hb_buffer_add(to, static_cast<hb_codepoint_t>(run[at]), static_cast<unsigned>(at));
    hb_buffer_set_content_type(to, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(to, HB_DIRECTION_LTR);
    hb_buffer_set_script(to, HB_SCRIPT_LATIN);
    hb_buffer_set_language(to, hb_language_from_string("vi", -1));
    // Opened-up letters must not be joined again; a clock's digits must not jump.
    const auto feature = [](hb_tag_t tag, bool on) {
        return hb_feature_t{tag, on ? 1U : 0U, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    };
    const std::array features{feature(HB_TAG('k', 'e', 'r', 'n'), true),
                              feature(HB_TAG('l', 'i', 'g', 'a'), tracking == 0),
                              feature(HB_TAG('t', 'n', 'u', 'm'), face == Face::digits)};
    hb_shape(with.font.get(), to, features.data(), static_cast<unsigned>(features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(to, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(to, &count);
    for (unsigned at = 0; at < count; ++at) {
        const hb_glyph_position_t& position = positions[at];
        const float x = out.advance + static_cast<float>(position.x_offset) / with.units;
        const float y = -static_cast<float>(position.y_offset) / with.units;
        Box ink = with.extents(infos[at].codepoint);
        ink.x += x;
        ink.y += y;
        enclose(out.ink, ink);
        if (ink.w > 0) out.glyphs.push_back({face, infos[at].codepoint, x, y});
        out.advance += static_cast<float>(position.x_advance) / with.units;
        if (position.x_advance != 0) out.advance += tracking;
    }
}

ShapedText Fonts::Inside::shape(std::string_view text, Face wanted, float tracking) const {
    ShapedText out;
    std::u32string run;
    Face run_face = wanted;
    for (char32_t character : to_code_points(text)) {
        Face face = wanted;
        if (!find(character, wanted, face)) character = U' ';
        if (face != run_face) {
            shape_run(run, run_face, tracking, out);
            run.clear();
            run_face = face;
        }
        run += character;
    }
    shape_run(run, run_face, tracking, out);
    return out;
}

Result<Fonts> Fonts::load(const Path& folder, Phrases phrases) {
    auto inside = std::make_unique<Inside>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return fault("Không khởi động được FreeType.", "FreeType could not be started.");
    inside->library.reset(library);
    for (const char* const file : files) {
        auto face = load_face(library, folder / file);
        if (!face) return face.error();
        inside->faces.push_back(*std::move(face));
    }
    inside->phrases = std::move(phrases);
    return Fonts(std::move(inside));
}

Fonts::Fonts(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

const FaceMetrics& Fonts::metrics(Face face) const { return inside_->of(face).metrics; }

const Phrases& Fonts::phrases() const { return inside_->phrases; }

const ShapedText& Fonts::shape(std::string_view text, Face face, float tracking) const {
    std::string key = std::to_string(static_cast<int>(face)) + '/' + std::to_string(tracking) + '/';
    key += text;
    auto& known = inside_->shaped;
    if (const auto found = known.find(key); found != known.end()) return found->second;
    if (known.size() >= remembered_texts) known.clear();
    return known.emplace(std::move(key), inside_->shape(text, face, tracking)).first->second;
}

std::u32string Fonts::missing_code_points(std::string_view text) const {
    std::u32string missing;
    for (const char32_t character : to_code_points(to_nfc(text))) {
        Face found{};
        if (!draws_nothing(character) && !inside_->find(character, Face::sans_medium, found) &&
            missing.find(character) == std::u32string::npos)
            missing += character;
    }
    return missing;
}

GlyphMask Fonts::mask(Face face, unsigned glyph, float em) const {
    GlyphMask mask;
    if (em <= 0) return mask;  // FreeType would take a size of its own
    FT_Face const pixels = inside_->of(face).pixels.get();
    constexpr float subpixels = 64;
    if (FT_Set_Char_Size(pixels, 0, static_cast<FT_F26Dot6>(std::lround(em * subpixels)), 72, 72) != 0) return mask;
    if (FT_Load_Glyph(pixels, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return mask;
    if (FT_Render_Glyph(pixels->glyph, FT_RENDER_MODE_NORMAL) != 0) return mask;
    const FT_Bitmap& bitmap = pixels->glyph->bitmap;
    mask.left = pixels->glyph->bitmap_left;
    mask.top = -pixels->glyph->bitmap_top;
    mask.width = static_cast<int>(bitmap.width);
    mask.height = static_cast<int>(bitmap.rows);
    mask.coverage.reserve(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (int row = 0; row < mask.height; ++row) {
        const unsigned char* const start = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        mask.coverage.insert(mask.coverage.end(), start, start + bitmap.width);
    }
    return mask;
}

}  // namespace hall
