/// One planted violation of every rule of size and place: it is named, and nothing is without it.
#include "proof/rules_layout.h"

#include <functional>

#include "draw/palette.h"
#include "draw/sheet.h"
#include "draw/type_scale.h"
#include "proof/planted.h"

namespace hall::tests {
namespace {

const Viewport full{};

/// What the sound page takes from it; "Trang 1/2" is the program's.
FeedTexts said_by_the_feed() {
    Conference conference;
    Member member;
    member.name = "Nguyễn Phước Quý Thuyền Quyên";
    Person& person = member.representatives.emplace_back();
    person.position = "Phó Chủ tịch Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bà Rịa – Vũng Tàu";
    conference.members.push_back(member);
    return FeedTexts(conference);
}
const FeedTexts said = said_by_the_feed();
constexpr float percent = 10.8F;

PageRecord sound_page() {
    return page_of({run_of("Nguyễn Phước Quý Thuyền Quyên", {.type = Type::name_m}),
                    run_of("Phó Chủ tịch Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bà Rịa – Vũng Tàu",
                           {.type = Type::body}, 2, 60, 40),
                    run_of("Trang 1/2", {.type = Type::meta}, 1, 20, 70)});
}

void resize(Run& run, float em_percent) {
    const float by = em_percent * percent / run.em;
    run.em *= by;
    run.cap_height *= by;
}

struct Planting {
    const char* name;
    std::function<void(PageRecord&)> plant;
    Codes expected;
};

const std::vector<Planting>& plantings() {
    static const std::vector<Planting> all{
        {"a name under the must-read height", [](PageRecord& page) { resize(page.runs[0], 5.1F); }, {"L1"}},
        {"a position under the should-read height", [](PageRecord& page) { resize(page.runs[1], 4); }, {"L1"}},
        {"a page mark under the incidental height", [](PageRecord& page) { resize(page.runs[2], 3.2F); }, {"L1"}},
        {"an em under 2.8 % of high capitals", [](PageRecord& page) { page.runs[2].em = 2.7F * percent; }, {"L2"}},
        {"tall capitals with thin marks",
         [](PageRecord& page) {
             page.runs[0].style.type = Type::clock;  // its marks are the thinnest
             page.runs[0].em = 3.9F * percent;
         },
         {"L3"}},
        {"a text that found no room", [](PageRecord& page) { page.runs[1].fits = false; }, {"fit"}},
        {"ink over the left margin",
         [](PageRecord& page) { page.runs[0].ink[0].x = page.runs[0].slot.x = 90; },
         {"L4"}},
        {"marks above the top margin", [](PageRecord& page) { page.runs[0].ink[0].y = 50; }, {"L4"}},
        {"ink under the bottom margin", [](PageRecord& page) { page.runs[2].ink[0].y = 1000; }, {"L4"}},
        {"ink beside its place", [](PageRecord& page) { page.runs[0].slot.w = 100; }, {"L5"}},
        {"ink below its place",
         [](PageRecord& page) {
             page.runs[0].slot = {200, 100, 1000, 100};
         },
         {"L5"}},
        {"two texts that touch",
         [](PageRecord& page) {
             page.runs[2].ink[0] = page.runs[0].ink[0];
             page.runs[2].slot = page.runs[0].slot;
         },
         {"L5"}},
        {"lines whose marks meet",
         [](PageRecord& page) { page.runs[1].ink[1].y = page.runs[1].ink[0].bottom() + 2; },
         {"L6"}},
    };
    return all;
}

TEST(LayoutRules, are_silent_on_a_sound_page) { EXPECT_EQ(codes(layout_findings(sound_page(), full, said)), Codes{}); }

TEST(LayoutRules, name_every_planted_violation_and_nothing_else) {
    for (const Planting& planting : plantings()) {
        PageRecord page = sound_page();
        planting.plant(page);
        EXPECT_EQ(codes(layout_findings(page, full, said)), planting.expected) << planting.name;
    }
}

TEST(LayoutRules, nobody_is_told_to_shorten_what_the_feed_does_not_say) {
    const auto advice = [](std::size_t run, const char* text = nullptr) {
        PageRecord page = sound_page();
        page.runs[run].fits = false;
        if (text != nullptr) page.runs[run].text = text;
        const std::string sentence = layout_findings(page, full, said).at(0).issue.sentence.en;
        return sentence.substr(sentence.rfind(". ") + 2);
    };
    EXPECT_EQ(advice(0), "Shorten it.");
    EXPECT_EQ(advice(2), "This wall is too small for this page.");
    EXPECT_EQ(advice(2, "07:30"), "This wall is too small for this page.");
}

TEST(LayoutRules, on_a_narrow_wall_a_text_may_take_more_lines_where_it_touches_nothing) {
    Viewport narrow = full;
    narrow.height = 1200;
    PageRecord page = sound_page();
    for (hall::Run& run : page.runs) run.style.type = Type::meta;
    resize(page.runs[2], 4);
    page.runs[1].fits = false;
    Findings findings = layout_findings(page, narrow, said);
    ASSERT_EQ(codes(findings), Codes{"fit"});
    EXPECT_EQ(findings[0].exempt, Exempt::narrow_wall);
    page.runs[2].ink[0] = page.runs[1].ink[0];
    page.runs[2].slot = page.runs[1].slot;
    findings = layout_findings(page, narrow, said);
    ASSERT_EQ(codes(findings), (Codes{"fit", "L5"}));
    EXPECT_EQ(findings[0].exempt, Exempt::none);
}

TEST(LayoutRules, sizes_grow_with_the_distance_of_the_last_row) {
    Viewport far = full;
    far.distance = 8;
    const PageRecord page = page_of({run_of("Nguyễn Văn An", {.type = Type::name_m})});
    EXPECT_EQ(codes(layout_findings(page, full, said)), Codes{});
    EXPECT_EQ(codes(layout_findings(page, far, said)), Codes{"L1"});
}

TEST(LayoutRules, flags_people_and_overscan_take_from_the_safe_area) {
    const PageRecord page = page_of({run_of("Nguyễn Văn An", {.type = Type::name_m}, 1, 40, 78)});
    EXPECT_EQ(codes(layout_findings(page, full, said)), Codes{});
    Viewport wall = full;
    wall.reserve_left = 22;
    EXPECT_EQ(codes(layout_findings(page, wall, said)), Codes{"L4"});
    wall = full;
    wall.reserve_bottom = 30;
    EXPECT_EQ(codes(layout_findings(page, wall, said)), Codes{"L4"});
    wall = full;
    wall.overscan = 7;
    EXPECT_EQ(codes(layout_findings(page, wall, said)), Codes{"L4"});
}

/// Takes every texture and keeps none.
class Nowhere : public TextureHost {
public:
    TextureId create(const Image&, Sampling) override { return nullptr; }
    void update(TextureId, int, int, const Image&) override {}
    void destroy(TextureId) override {}
    int largest() const override { return 4096; }
};

TEST(LayoutRules, count_sizes_as_the_canvas_does) {
    Nowhere host;
    Palette palette(test_fonts(), host, theme_named(""));
    Sheet sheet;
    for (const auto& [width, height] : {std::pair{1920, 1080}, {1024, 768}, {3840, 1080}, {1080, 1920}}) {
        for (const float overscan : {0.0F, 5.0F}) {
            Viewport wall;
            wall.width = width;
            wall.height = height;
            wall.overscan = overscan;
            wall.reserve_left = 20;
            wall.reserve_bottom = 30;
            const Canvas canvas(sheet.begin(width, height), palette, wall, Seconds{0});
            EXPECT_FLOAT_EQ(type_percent(wall), canvas.unit(1)) << width << 'x' << height << ' ' << overscan;
        }
    }
}

TEST(LayoutRules, notices_that_wait_are_said) {
    PageRecord page = sound_page();
    page.ticker_waits = true;
    EXPECT_EQ(codes(layout_findings(page, full, said)), Codes{"ticker"});
}

TEST(LayoutRules, what_a_page_leaves_out_is_said_once_with_how_much_there_is_more) {
    PageRecord page = sound_page();
    page.left_out = {"Giám đốc", "Phó Giám đốc", "Trưởng phòng"};
    const Findings findings = layout_findings(page, full, said);
    ASSERT_EQ(codes(findings), Codes{"left-out"});
    EXPECT_NE(findings[0].issue.sentence.en.find("\"Giám đốc\" and 2 more"), std::string::npos);
}

TEST(LayoutRules, a_wall_of_few_lines_counts_pixels_too) {
    Viewport wall = full;
    wall.least_em = 3.3F * percent;
    EXPECT_EQ(codes(layout_findings(sound_page(), wall, said)), Codes{});
    wall.least_em = 3.4F * percent;
    EXPECT_EQ(codes(layout_findings(sound_page(), wall, said)), Codes{"L2"});
}

}  // namespace
}  // namespace hall::tests
