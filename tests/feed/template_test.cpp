/// The spreadsheets that a secretary starts from.
#include "feed/template.h"

#include <nlohmann/json.hpp>

#include "foreign_fixture.h"

namespace hall {
namespace {

TEST(Template, fills_into_a_feed_with_nothing_to_mend) {
    nlohmann::json feed;
    Issues issues;
    Places places;
    const auto files = template_files();
    ASSERT_EQ(files.size(), 4U);
    EXPECT_EQ(files[0].name, "conference.json");
    feed = nlohmann::json::parse(files[0].content);
    for (const auto& [section, source] : feed["sources"].items()) {
        const auto file = std::ranges::find(files, source.at("href").get<std::string>(), &TemplateFile::name);
        ASSERT_NE(file, files.end()) << section;
        const auto kind = recognise(file->content, "", file->name);
        ASSERT_TRUE(kind.ok());
        auto converted = convert(file->content, *kind, wish_for(section, file->name));
        ASSERT_TRUE(converted.ok());
        issues.insert(issues.end(), converted->issues.begin(), converted->issues.end());
        places.add(converted->places);
        feed[section] = nlohmann::json::parse(converted->document)[section];
    }
    feed.erase("sources");
    Decoded read = decoded(feed.dump());
    move_issues(read.issues, places);
    EXPECT_EQ(listing(issues) + listing(read.issues), "");
    EXPECT_EQ(read.conference.members.size(), 2U);
    EXPECT_EQ(read.conference.agenda.size(), 2U);
    ASSERT_EQ(read.conference.awards.size(), 2U);
    EXPECT_EQ(read.conference.awards[1].batches[0].recipients[0].kind, RecipientKind::person);
}

TEST(Template, opens_as_unicode_in_excel) {
    for (const TemplateFile& file : template_files())
        if (file.name != "conference.json") {
            EXPECT_EQ(file.content.substr(0, 3), "\xEF\xBB\xBF") << file.name;
        }
}

}  // namespace
}  // namespace hall
