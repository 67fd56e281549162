#pragma once
/// Sheets of white paper, drawn with the screens' own text layout, so that every tone mark stands as on the wall.
#include <functional>
#include <memory>
#include <vector>

#include "base/image.h"
#include "base/result.h"
#include "draw/canvas.h"
#include "draw/fonts.h"

namespace hall {

inline constexpr int paper_dots_per_inch = 200;
inline constexpr int a4_short = 1654;  ///< dots
inline constexpr int a4_long = 2339;   ///< dots

/// Owns its renderer. Thread: one.
class Paper {
public:
    /// `fonts` outlives the paper. `width`, `height`: dots.
    static Result<std::unique_ptr<Paper>> make(const Fonts& fonts, int width, int height);
    ~Paper();

    /// Draws onto an empty white sheet. May be called to measure only.
    void draw(const std::function<void(Canvas&)>& with);
    /// Draws onto parts of an empty white sheet, in dots; type is as large as each part's shorter side has it.
    void draw(const std::vector<Box>& parts, const std::function<void(Canvas&, std::size_t)>& with);
    /// What was drawn last.
    Result<Image> pixels();

private:
    struct Parts;
    explicit Paper(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// Dots that so many points of type take.
constexpr float points(float size) { return size * paper_dots_per_inch / 72; }

}  // namespace hall
