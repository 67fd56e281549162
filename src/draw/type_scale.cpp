#include "draw/type_scale.h"

#include <algorithm>
#include <array>

namespace hall {
namespace {

/// What the sizes of a face follow from, em (tests/draw compares the cap heights with the fonts).
struct FaceConstants {
    float cap_height;
    float mark_stroke;  ///< thinnest mean stroke of stacked marks
};

constexpr std::array<FaceConstants, face_count> constants{{
    {0.657F, 0.060F},  // serif_bold
    {0.740F, 0.058F},  // sans_medium
    {0.740F, 0.063F},  // sans_semibold
    {0.740F, 0.067F},  // sans_bold
    {0.714F, 0.055F},  // digits
}};

// Below these, marks of adjacent lines touch.
constexpr float serif_advance = 1.35F;
constexpr float sans_advance = 1.55F;
constexpr float digits_advance = 1.40F;

/// Where 1.25 arcminutes of stroke end up, percent of H per k.
constexpr float stroke_per_distance = 0.0364F;
constexpr float least_informing_em = 2.8F;

}  // namespace

TypeSpec spec_of(Type type) {
    switch (type) {
        case Type::hero: return {Face::serif_bold, 11.0F, Tier::must_read, 0, serif_advance};
        case Type::name_xl: return {Face::serif_bold, 9.6F, Tier::must_read, 0, serif_advance};
        case Type::title: return {Face::serif_bold, 8.4F, Tier::must_read, 0, serif_advance};
        case Type::name_l: return {Face::sans_semibold, 6.4F, Tier::must_read, 0, sans_advance};
        case Type::name_m: return {Face::sans_semibold, 5.4F, Tier::must_read, 0, sans_advance};
        case Type::clock: return {Face::digits, 5.6F, Tier::must_read, 0, digits_advance};
        case Type::body_strong: return {Face::sans_semibold, 4.6F, Tier::should_read, 0, sans_advance};
        case Type::body: return {Face::sans_medium, 4.6F, Tier::should_read, 0, sans_advance};
        case Type::label: return {Face::sans_semibold, 4.2F, Tier::should_read, 0.06F, sans_advance};
        case Type::meta: return {Face::sans_medium, 3.3F, Tier::incidental, 0, sans_advance};
    }
    return {Face::sans_medium, 4.6F, Tier::should_read, 0, sans_advance};
}

float least_cap_height(Tier tier, float k) {
    switch (tier) {
        case Tier::must_read: return 0.65F * k;
        case Tier::should_read: return 0.50F * k;
        case Tier::incidental: return std::max(0.40F * k, 2.1F);
    }
    return 0.65F * k;
}

float least_em(Face face, Tier tier, float k) {
    const FaceConstants& of = constants[static_cast<std::size_t>(face)];
    const float by_height = least_cap_height(tier, k) / of.cap_height;
    const float by_stroke = tier == Tier::must_read ? stroke_per_distance * k / of.mark_stroke : 0;
    return std::max({by_height, by_stroke, least_informing_em});
}

}  // namespace hall
