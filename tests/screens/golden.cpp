#include "screens/golden.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include <fmt/format.h>

#include "platform/picture_file.h"

namespace hall::tests {
namespace {

constexpr std::size_t largest_golden = 8U << 20U;
constexpr int sound_share = 500;  ///< one pixel in so many may differ more than the tolerance: edges of glyphs

const char* name_of(Type type) {
    switch (type) {
        case Type::hero: return "hero";
        case Type::name_xl: return "name-xl";
        case Type::title: return "title";
        case Type::name_l: return "name-l";
        case Type::name_m: return "name-m";
        case Type::clock: return "clock";
        case Type::body_strong: return "body-strong";
        case Type::body: return "body";
        case Type::label: return "label";
        case Type::meta: return "meta";
    }
    return "?";
}

std::string first_difference(const std::string& was, const std::string& is) {
    std::istringstream before(was);
    std::istringstream after(is);
    std::string one;
    std::string other;
    for (int line = 1;; ++line) {
        const bool more = static_cast<bool>(std::getline(before, one));
        const bool still = static_cast<bool>(std::getline(after, other));
        if (!more && !still) return "same lines";
        if (!more) one = "(nothing)";
        if (!still) other = "(nothing)";
        if (one != other) return fmt::format("line {}: was\n  {}\nis\n  {}", line, one, other);
    }
}

}  // namespace

bool rewriting() {
    const char* wanted = std::getenv("HALL_REWRITE_GOLDENS");
    return wanted != nullptr && std::string_view(wanted) == "1";
}

Path golden_path(const std::string& name) { return Path(HALL_SOURCE_DIR) / "tests/screens/golden" / name; }

Box around(const Box& one, const Box& other) {
    const float x = std::min(one.x, other.x);
    const float y = std::min(one.y, other.y);
    return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

std::string describe(const PageRecord& record) {
    std::string text;
    for (const Run& run : record.runs) {
        Box box = run.ink.empty() ? Box{} : run.ink.front();
        for (const Box& line : run.ink) box = around(box, line);
        std::string words = run.text;
        for (std::size_t at = 0; (at = words.find('\n', at)) != std::string::npos; at += 3) words.replace(at, 1, " / ");
        text += fmt::format("{:<11} {:>5.1f}  {:>4.0f},{:<4.0f} {:>4.0f}x{:<4.0f}{}  {}\n", name_of(run.style.type),
                            run.em, box.x, box.y, box.w, box.h, run.fits ? "" : " DOES NOT FIT", words);
    }
    if (record.moving) text += "moving\n";
    if (record.changes) text += "changes " + format_rfc3339(*record.changes) + "\n";
    return text;
}

std::string differs_from_golden(const std::string& name, const std::string& text) {
    const Path path = golden_path(name);
    if (rewriting()) return write_file_atomic(path, text).ok() ? "" : "cannot write " + path.string();
    const auto golden = read_file(path, largest_golden);
    if (!golden.ok()) return "no golden " + path.string() + "; HALL_REWRITE_GOLDENS=1 writes it";
    return *golden == text ? "" : first_difference(*golden, text);
}

std::string differs_from_golden(const std::string& name, const Image& image, int tolerance) {
    const Path path = golden_path(name);
    if (rewriting()) return write_png(image, path).ok() ? "" : "cannot write " + path.string();
    const auto bytes = read_file(path, largest_golden);
    if (!bytes.ok()) return "no golden " + path.string() + "; HALL_REWRITE_GOLDENS=1 writes it";
    const auto golden = decode_picture(*bytes);
    if (!golden.ok()) return golden.error().sentence.en;
    if (golden->width != image.width || golden->height != image.height) return "another size";
    const std::size_t pixels = image.rgba.size() / 4;
    std::size_t wrong = 0;
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        int worst = 0;
        for (std::size_t channel = pixel * 4; channel < pixel * 4 + 4; ++channel) {
            worst = std::max(worst, std::abs(int{golden->rgba[channel]} - int{image.rgba[channel]}));
        }
        wrong += worst > tolerance ? 1U : 0U;
    }
    const std::size_t allowed = tolerance == 0 ? 0 : pixels / sound_share;
    return wrong <= allowed ? "" : fmt::format("{} of {} pixels differ by more than {}", wrong, pixels, tolerance);
}

}  // namespace hall::tests
