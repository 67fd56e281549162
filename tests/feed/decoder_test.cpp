#include "feed/decoder.h"

#include "base/text.h"
#include "decoder_fixture.h"
#include "feed/suspect_text.h"

namespace hall {
namespace {

TEST(Decoder, the_bundled_conference_has_nothing_to_mend) {
    const Decoded feed = decoded(repository_file("assets/conference/conference.json"));
    EXPECT_EQ(listing(feed.issues), "");
    EXPECT_TRUE(feed.conference.identity.demonstration);
    EXPECT_EQ(feed.conference.members.size(), 5U);
    ASSERT_EQ(feed.conference.awards.size(), 2U);
    EXPECT_EQ(feed.conference.awards[0].status, AwardStatus::proposed);
    EXPECT_EQ(feed.conference.awards[0].visibility, Visibility::open);
    EXPECT_EQ(feed.conference.awards[0].batches[0].recipients[0].name, "Tổng Liên đoàn Lao động Việt Nam");
    EXPECT_EQ(feed.conference.awards[1].recipient_count(), 4U);
    EXPECT_EQ(feed.conference.tasks.items.size(), 3U);
    EXPECT_EQ(feed.conference.covenant.signatories.size(), 5U);
}

TEST(Decoder, a_complete_feed_fills_every_field) {
    const Decoded feed = decoded(fixture("complete.json"));
    EXPECT_EQ(listing(feed.issues), "");
    const Conference& it = feed.conference;
    EXPECT_EQ(it.revision, "r7");
    EXPECT_EQ(it.identity.organizer, "Ban Tổ chức");
    EXPECT_EQ(it.identity.cluster, "Cụm số 1");
    EXPECT_EQ(it.identity.venue, "Hội trường A");
    EXPECT_EQ(it.identity.subtitle, "Lễ ký giao ước");
    EXPECT_EQ(it.identity.logo.source, "brand.png") << "the brand's own stands in for it";
    EXPECT_EQ(it.identity.viewing_distance, 8);
    EXPECT_EQ(it.identity.approved, "r6");
    EXPECT_EQ(it.identity.date->day, 5);
    ASSERT_EQ(it.agenda.size(), 3U);
    EXPECT_EQ(it.agenda[0].title, "Khai mạc");  // sorted by start, though second in the file
    EXPECT_EQ(it.agenda[0].speaker.position, "Chủ tịch");
    EXPECT_EQ(it.agenda[0].end, it.agenda[1].start);  // no end of its own
    EXPECT_EQ(it.agenda[1].kind, ItemKind::recess);
    EXPECT_EQ(it.agenda[2].end - it.agenda[2].start, std::chrono::minutes(15));
    ASSERT_EQ(it.members.size(), 2U);
    EXPECT_EQ(it.members[1].role, "Cụm trưởng");
    EXPECT_EQ(it.members[1].short_name, "Công đoàn B");
    EXPECT_EQ(it.members[1].group, "Nhóm 2");
    EXPECT_EQ(it.members[1].logo.source, "b.png");
    EXPECT_EQ(it.members[1].representatives.at(0).honorific, "Bà");
    ASSERT_EQ(it.awards.size(), 4U);
    EXPECT_EQ(it.awards[0].id, "co");  // by rank
    EXPECT_EQ(it.awards[1].id, "bang-khen");
    EXPECT_EQ(it.awards[2].id, "khac");
    const Award& secret = it.awards[3];
    EXPECT_EQ(secret.sealed, (SealedText{std::string(3, '\0'), std::string("\0\0\0\x04\x10\x41", 6)}));
    EXPECT_EQ(secret.visibility, Visibility::held);
    EXPECT_EQ(secret.batches, (std::vector<Batch>{{"Đợt 1", {Recipient(), Recipient()}, 2}}));
    EXPECT_TRUE(secret.is_closed());
    EXPECT_EQ(it.sealing, (Sealing{"5f0c", SealKind::rehearsal}));
    const Award& flag = it.awards[0];
    EXPECT_EQ(flag.decision, (Decision{"12/QĐ", flag.decision.date, "Chủ tịch", "khen thưởng"}));
    EXPECT_EQ(flag.decision.date->month, 1);
    EXPECT_EQ(flag.visibility, Visibility::held);
    EXPECT_EQ(flag.reveal, RevealMode::all);
    EXPECT_EQ(flag.presenters.at(0).name, "Nguyễn Văn A");
    EXPECT_EQ(flag.authority, "Thủ tướng Chính phủ");
    EXPECT_EQ(flag.ground, "Thành tích xuất sắc");
    EXPECT_EQ(flag.batches.at(0).label, "Đợt 1");
    EXPECT_EQ(flag.batches[0].recipients.at(0).member, 1U);
    EXPECT_EQ(flag.batches[0].recipients[0].representative, "Bà Trần Thị B");
    const Recipient& person = flag.batches[0].recipients.at(1);
    EXPECT_EQ(person.kind, RecipientKind::person);
    EXPECT_EQ(person.photo.source, "c.jpg");
    EXPECT_EQ(person.citation, "Lao động giỏi");
    EXPECT_EQ(it.awards[1].proposed_by, "Hội đồng");
    EXPECT_EQ(it.awards[1].visibility, Visibility::open);
    EXPECT_EQ(it.report.figures.at(0).value, "52");
    EXPECT_EQ(it.report.figures.at(1).value, "98,5");
    EXPECT_EQ(it.presidium.size(), 1U);
    EXPECT_EQ(it.guests.at(0).name, "Lê Văn D");
    EXPECT_EQ(it.speeches.at(0).references.at(0), "Nghị quyết 02");
    EXPECT_EQ(it.movements.at(0).slogan, "Thi đua là yêu nước");
    EXPECT_EQ(it.covenant.signatories.at(0).state, SignatoryState::signed_);
    EXPECT_EQ(it.covenant.signatories.at(1).member, 1U);
    EXPECT_EQ(it.photos.at(0).credit, "TTXVN");
    EXPECT_EQ(it.notices.at(0).level, NoticeLevel::urgent);
    EXPECT_EQ(it.branding.accent, 0x1C6FB5U);
    EXPECT_EQ(it.branding.background.source, "nen.jpg");
    EXPECT_EQ(it.branding.scrim, 0.6);
    EXPECT_EQ(it.handover.title, "Bàn giao nhiệm vụ Cụm trưởng");
    EXPECT_EQ(it.handover.from, 1U);
    EXPECT_EQ(it.handover.to, 0U);
    EXPECT_EQ(it.handover.from_label, "Cụm trưởng năm 2022");
    EXPECT_EQ(it.handover.to_label, "Cụm trưởng năm 2023");
    ASSERT_EQ(it.rundown.size(), 4U);
    EXPECT_EQ(it.rundown[3].item, 1U);
    EXPECT_EQ(it.rundown[0].dwell, Seconds(12.5));
    EXPECT_EQ(it.rundown[1].transition, Transition::cut);
    EXPECT_EQ(it.rundown[1].call,
              (Call{"http://127.0.0.1:9000/fanfare?volume=7", CallMethod::post, R"({"on": true})"}));
    EXPECT_TRUE(it.rundown[0].call.empty());
    EXPECT_EQ(it.rundown[2].screen, ScreenId::award_intro);
}

TEST(Decoder, a_sealed_award_that_is_damaged_or_names_somebody_is_reported_and_stays_closed) {
    const auto found = decoded(feed_with(R"("sealing": {"event": "1"}, "awards": [
        {"id": "a", "name": "Cờ", "decision": {"number": "1"}, "visibility": "public",
         "sealed": {"commitment": "AAAA", "text": ["?"]}, "batches": [{"places": 1}]},
        {"id": "b", "name": "Bằng", "decision": {"number": "1"}, "sealed": {"commitment": "AAAA", "text": ["AAAA"]},
         "batches": [{"places": 1, "recipients": [{"name": "Lê Văn C"}]}, {"places": 0}]}])"));
    EXPECT_TRUE(has_issue(found.issues, "award.sealed-unreadable", "/awards/0/sealed")) << listing(found.issues);
    EXPECT_TRUE(has_issue(found.issues, "award.sealed-with-names", "/awards/1/batches/0/recipients"));
    EXPECT_TRUE(has_issue(found.issues, "batch.places", "/awards/1/batches/1/places"));
    for (const Award& award : found.conference.awards) {
        EXPECT_TRUE(award.sealed && award.is_closed());
        EXPECT_EQ(award.visibility, Visibility::held);
        EXPECT_EQ(award.batches.size(), 1U);
    }
    EXPECT_EQ(found.conference.sealing.kind, SealKind::rehearsal) << "a kind unsaid is never the day itself";
}

TEST(Decoder, names_all_twenty_planted_faults_with_their_places) {
    const Decoded feed = decoded(fixture("twenty-faults.json"));
    const std::vector<std::pair<std::string, std::string>> planted = {
        {"key.misspelt", "/conference/orgnizer"},
        {"conference.timezone-unknown", "/conference/timezone"},
        {"conference.viewing-distance", "/conference/viewing_distance"},
        {"agenda.end-before-start", "/agenda/1/end"},
        {"agenda.overlap", "/agenda/2"},
        {"time.unreadable", "/agenda/3/start"},
        {"agenda.other-day", "/agenda/4/start"},
        {"word.unknown", "/agenda/5/kind"},
        {"id.repeated", "/members/1/id"},
        {"member.name-missing", "/members/2/name"},
        {"text.tcvn3", "/members/3/name"},
        {"type.number-as-text", "/members/4/name"},
        {"recipient.member-unknown", "/awards/0/batches/0/recipients/1/member"},
        {"award.recipient-repeated", "/awards/0/batches/0/recipients/2"},
        {"award.proposed-with-decision", "/awards/1/decision"},
        {"award.no-recipients", "/awards/2/batches"},
        {"date.unreadable", "/awards/2/decision/date"},
        {"notice.until-before-from", "/notices/0/until"},
        {"rundown.screen-unknown", "/rundown/1/screen"},
        {"rundown.award-unknown", "/rundown/2/award"},
    };
    ASSERT_EQ(planted.size(), 20U);
    for (const auto& [code, place] : planted)
        EXPECT_TRUE(has_issue(feed.issues, code, place)) << code << ' ' << place << "\nin\n" << listing(feed.issues);
    for (const Issue& issue : feed.issues) {
        EXPECT_FALSE(issue.sentence.vi.empty()) << issue.code;
        EXPECT_FALSE(issue.sentence.en.empty()) << issue.code;
        EXPECT_NE(issue.sentence.vi, issue.sentence.en);
    }
}

TEST(Decoder, one_bad_record_never_takes_the_others_with_it) {
    const Decoded feed = decoded(fixture("twenty-faults.json"));
    EXPECT_EQ(feed.conference.agenda.size(), 5U);   // one of six had no readable start
    EXPECT_EQ(feed.conference.members.size(), 4U);  // one of five had no name
    EXPECT_EQ(feed.conference.awards.size(), 3U);
    EXPECT_EQ(feed.conference.awards[0].recipient_count(), 3U);  // an unknown member is kept by the name it has
    EXPECT_TRUE(feed.conference.awards[1].decision.empty());
    EXPECT_EQ(feed.conference.identity.timezone.name(), "Asia/Ho_Chi_Minh");
}

TEST(Decoder, repeated_keys_are_reported_and_the_first_wins) {
    const Decoded feed =
        decoded(R"({"format": "hoitruong/1", "conference": {"title": "Một", "title": "Hai"}, "revision": "1"})");
    EXPECT_EQ(feed.conference.identity.title, "Một");
    EXPECT_EQ(listing(feed.issues), "key.repeated /conference/title\n");
}

TEST(Decoder, decomposed_names_are_composed_without_a_word) {
    const Decoded feed =
        decoded(feed_with(R"("members": [{"id": "a", "name": "Nguye\u0302\u0303n Thi\u0323 Ha\u0300"}])"));
    ASSERT_EQ(feed.conference.members.size(), 1U);
    EXPECT_EQ(feed.conference.members[0].name, "Nguyễn Thị Hà");
    EXPECT_EQ(listing(feed.issues), "");
}

TEST(Decoder, a_byte_order_mark_is_accepted) { EXPECT_EQ(listing(decoded("\xEF\xBB\xBF" + feed_with("")).issues), ""); }

TEST(Decoder, unknown_keys_are_left_alone) {
    EXPECT_EQ(listing(decoded(feed_with(R"("x_extra": {"a": [1, {"b": 2}]})")).issues), "");
}

TEST(Decoder, issues_are_bounded) {
    std::string members = R"("members": [)";
    for (int i = 0; i < 5000; ++i) members += (i ? ",1" : "1");
    const Decoded feed = decoded(feed_with(members + "]"));
    ASSERT_LT(feed.issues.size(), 1000U);
    EXPECT_EQ(feed.issues.back().code, "feed.more-issues");
}

struct Fault {
    const char* name;
    std::string sections;
    const char* code;
    const char* place;
    friend void PrintTo(const Fault& one, std::ostream* out) { *out << one.name; }
};

class DecoderFault : public testing::TestWithParam<Fault> {};

TEST_P(DecoderFault, becomes_an_issue_with_its_place) {
    const Decoded feed = decoded(feed_with(GetParam().sections));
    EXPECT_TRUE(has_issue(feed.issues, GetParam().code, GetParam().place)) << listing(feed.issues);
    EXPECT_EQ(feed.issues.size(), 1U) << listing(feed.issues);
}

INSTANTIATE_TEST_SUITE_P(
    All, DecoderFault,
    testing::Values(
        Fault{"agenda_is_no_list", R"("agenda": {})", "type.wrong", "/agenda"},
        Fault{"member_is_no_object", R"("members": ["a"])", "type.wrong", "/members/0"},
        Fault{"title_missing", R"("agenda": [{"start": "2022-12-20T08:00"}])", "agenda.title-missing",
              "/agenda/0/title"},
        Fault{"start_missing", R"("agenda": [{"title": "A"}])", "agenda.start-missing", "/agenda/0/start"},
        Fault{"member_id_missing", R"("members": [{"name": "A"}])", "id.missing", "/members/0/id"},
        Fault{"member_name_repeated", R"("members": [{"id": "a", "name": "A"}, {"id": "b", "name": "A"}])",
              "member.name-repeated", "/members/1/name"},
        Fault{"person_without_name", R"("guests": [{"position": "Chủ tịch"}])", "person.name-missing",
              "/guests/0/name"},
        Fault{"misspelt_position", R"("guests": [{"name": "A", "postion": "Chủ tịch"}])", "key.misspelt",
              "/guests/0/postion"},
        Fault{"hidden_characters", R"("guests": ["A\u202eB"])", "text.hidden-characters", "/guests/0"},
        Fault{"nul", R"("guests": ["A\u0000B"])", "text.hidden-characters", "/guests/0"},
        Fault{"zalgo", R"("guests": ["Z\u0301\u0301\u0301\u0301\u0301\u0301"])", "text.too-many-marks", "/guests/0"},
        Fault{"too_long", R"("guests": [")" + std::string(100'000, 'a') + R"("])", "text.too-long", "/guests/0"},
        Fault{"vni", R"("guests": ["Toång Lieân ñoaøn Lao ñoäng"])", "text.vni", "/guests/0"},
        Fault{"eth", R"("guests": ["Ðỗ Văn A"])", "text.eth", "/guests/0"},
        Fault{"mojibake", R"("guests": ["Tá»•ng LiÃªn Ä‘oÃ n"])", "text.mojibake", "/guests/0"},
        Fault{"award_without_name", R"("awards": [{"id": "a"}])", "award.name-missing", "/awards/0/name"},
        Fault{
            "recipient_without_name",
            R"("awards": [{"id": "a", "name": "A", "status": "proposed", "batches": [{"recipients": [{"name": "B"}, {}]}]}])",
            "recipient.name-missing", "/awards/0/batches/0/recipients/1/name"},
        Fault{"decided_without_decision",
              R"("awards": [{"id": "a", "name": "A", "batches": [{"recipients": [{"name": "B"}]}]}])",
              "award.decision-missing", "/awards/0/decision"},
        Fault{
            "rank",
            R"("awards": [{"id": "a", "name": "A", "rank": 1.5, "status": "proposed", "batches": [{"recipients": [{"name": "B"}]}]}])",
            "award.rank", "/awards/0/rank"},
        Fault{"signatory", R"("covenant": {"title": "A", "signatories": ["x"]})", "signatory.member-unknown",
              "/covenant/signatories/0"},
        Fault{"award_screen_without_award", R"("rundown": [{"screen": "award-reveal"}])", "rundown.award-missing",
              "/rundown/0/award"},
        Fault{"accent", R"("branding": {"accent": "đỏ"})", "branding.accent", "/branding/accent"},
        Fault{"scrim", R"("branding": {"scrim": 2})", "branding.scrim", "/branding/scrim"},
        Fault{"item", R"("rundown": [{"screen": "speech", "item": 0}])", "rundown.item", "/rundown/0/item"},
        Fault{"handover_member", R"("handover": {"from": "nobody"})", "handover.member-unknown", "/handover/from"},
        Fault{"call_to_no_web_address", R"("rundown": [{"screen": "welcome", "call": {"url": "file:///etc/passwd"}}])",
              "rundown.call", "/rundown/0/call/url"},
        Fault{"call_with_a_password", R"("rundown": [{"screen": "welcome", "call": {"url": "http://a:b@c/"}}])",
              "rundown.call", "/rundown/0/call/url"},
        Fault{"call_body_without_post",
              R"("rundown": [{"screen": "welcome", "call": {"url": "http://c/", "body": "x"}}])", "rundown.call-body",
              "/rundown/0/call/body"},
        Fault{"call_body_that_is_no_json",
              R"("rundown": [{"screen": "welcome", "call": {"url": "http://c/", "method": "post", "body": "{x"}}])",
              "rundown.call-body", "/rundown/0/call/body"},
        Fault{"dwell", R"("rundown": [{"screen": "welcome", "dwell": -1}])", "rundown.dwell", "/rundown/0/dwell"},
        Fault{"photo_without_source", R"("photos": [{"caption": "A"}])", "text.missing", "/photos/0/src"},
        Fault{"sources", R"("sources": {"member": {"href": "x"}})", "sources.unknown", "/sources/member"},
        Fault{"sources_href", R"("sources": {"members": {}})", "sources.href-missing", "/sources/members/href"}),
    [](const auto& test) { return test.param.name; });

TEST(Decoder, an_award_of_unknown_status_is_never_shown_as_decided_or_unattended) {
    const Decoded feed = decoded(feed_with(
        R"("awards": [{"id": "a", "name": "A", "status": "propsed", "batches": [{"recipients": [{"name": "B"}]}]}])"));
    EXPECT_EQ(feed.conference.awards.at(0).status, AwardStatus::proposed);
    EXPECT_EQ(feed.conference.awards.at(0).visibility, Visibility::held);
}

TEST(Decoder, a_recipient_of_no_kind_is_what_it_looks_like_and_a_name_alone_is_asked_about) {
    const Decoded it = decoded(feed_with(
        R"("members":[{"id":"a","name":"Hội Nông dân"}],"awards":[{"id":"x","name":"Cờ","status":"proposed","batches":[)"
        R"({"recipients":[{"member":"a"},{"honorific":"Bà","name":"Lê Chi"},{"name":"Vũ An","position":"Công nhân"},)"
        R"({"name":"Phạm Ngọc Quỳnh Giao"},{"name":"Công đoàn Ngân hàng"},{"name":"Vụ 1"}]}]}])"));
    const auto& recipients = it.conference.awards.at(0).batches.at(0).recipients;
    ASSERT_EQ(recipients.size(), 6U);
    const auto kind = [&](std::size_t i) { return recipients[i].kind; };
    EXPECT_EQ(kind(0), RecipientKind::collective);
    EXPECT_EQ(kind(1), RecipientKind::person);
    EXPECT_EQ(kind(2), RecipientKind::person);
    EXPECT_EQ(kind(3), RecipientKind::collective);
    EXPECT_EQ(listing(it.issues), "recipient.kind-missing /awards/0/batches/0/recipients/3/name\n");
}

TEST(Decoder, a_unit_for_which_somebody_else_comes_is_no_copied_row) {
    const auto repeated = [](const char* second) {
        return listing(
            decoded(feed_with(fmt::format(
                        R"("awards": [{{"id": "a", "name": "Cờ", "status": "proposed", "batches": [{{"recipients": [
                                          {{"name": "Hội A", "representative": "Lê An"}}, {{"name": "Hội A", "representative": "{}"}}]}}]}}])",
                        second)))
                .issues);
    };
    EXPECT_EQ(repeated("Lê An"), "award.recipient-repeated /awards/0/batches/0/recipients/1\n");
    EXPECT_EQ(repeated("Lê Bình"), "");
}

TEST(Decoder, good_vietnamese_raises_no_doubt) {
    const Decoded feed = decoded(feed_with(
        R"("report": {"points": ["Hoà bình, thủy lợi, khuấy động", "TRẦN XUÂN QUÂN", "Xuân Quỳnh – Lưu Quang Vũ", "“Vì người nghèo”", "A·B", "© 2022", "Noël"]})"));
    EXPECT_EQ(listing(feed.issues), "");
}

TEST(Decoder, a_question_mark_for_a_lost_letter_is_an_error_and_a_question_is_none) {
    for (const char* lost :
         {"Nguy?n Văn D", "NGUY?N VĂN D", "?oàn Thanh niên", "Hội (?ng)", "Th? Th?", "Hội ?? Nông dân"}) {
        const Decoded feed = decoded(feed_with(fmt::format(R"("guests": ["{}"])", lost)));
        EXPECT_EQ(listing(feed.issues), "text.lost /guests/0\n") << lost;
    }
    const Decoded feed = decoded(feed_with(
        R"("notices": [{"text": "Thi đua là gì? Vì sao?Ai (có/không?) – xem https://vidu.vn/trang?so=1 nhé ?"}],
           "photos": [{"src": "anh.jpg?ban=moi", "caption": "Ai đây?"}])"));
    EXPECT_EQ(listing(feed.issues), "");
}

TEST(Decoder, a_name_that_somebody_doubts_is_to_be_made_sure_of) {
    for (const char* doubted : {"Nguyễn Văn A (?)", "Trần B?", "Võ Thị Bưởi (HỎI LẠI?)", "Trần B ??",
                                "Trần B? (hỏi lại)", "Lê C?, Bí thư", "?"}) {
        const Decoded feed = decoded(feed_with(fmt::format(R"("guests": ["{}"])", doubted)));
        ASSERT_EQ(listing(feed.issues), "name.question /guests/0\n") << doubted;
        EXPECT_NE(feed.issues[0].sentence.vi.find("xác nhận"), std::string::npos);
    }
}

TEST(Decoder, what_is_no_name_is_an_error_wherever_a_name_belongs) {
    for (const auto& [written, code] : std::vector<std::pair<std::string, std::string>>{{"0", "name.no-letters"},
                                                                                        {"-", "name.no-letters"},
                                                                                        {"…", "name.no-letters"},
                                                                                        {"“", "name.no-letters"},
                                                                                        {"nt", "name.ditto"},
                                                                                        {"-nt-", "name.ditto"},
                                                                                        {"N/t", "name.ditto"},
                                                                                        {"như trên", "name.ditto"}}) {
        const Decoded feed = decoded(feed_with(fmt::format(
            R"("guests": [{{"name": "{0}", "position": "{0}", "organisation": "{0}"}}], "members": [{{"id": "a", "name": "{0}"}}],
               "awards": [{{"id": "b", "name": "Cờ", "status": "proposed",
                            "batches": [{{"recipients": [{{"kind": "person", "name": "{0}", "representative": "{0}"}}]}}]}}])",
            written)));
        const std::string recipient = "/awards/0/batches/0/recipients/0/";
        for (const std::string& place :
             {std::string("/guests/0/name"), std::string("/guests/0/position"), std::string("/guests/0/organisation"),
              std::string("/members/0/name"), recipient + "name", recipient + "representative"})
            EXPECT_TRUE(has_issue(feed.issues, code, place)) << written << ' ' << place << '\n' << listing(feed.issues);
    }
    const Decoded feed = decoded(feed_with(R"("guests": ["Nt An", "Y", "Đ", "李", "A 52"])"));
    EXPECT_EQ(listing(feed.issues), "");
}

TEST(SuspectText, an_o_of_tcvn3_is_told_from_a_quotation) {
    const auto code = [](std::string_view text) {
        const auto doubt = suspect_text(text);
        return std::string(doubt ? doubt->code : "");
    };
    EXPECT_EQ(code("Tæng c«ng ty"), "text.tcvn3");
    EXPECT_EQ(code("N«ng d©n"), "text.tcvn3");
    EXPECT_EQ(code("Phong trào «Lao động giỏi»"), "");
    EXPECT_EQ(code("phong trào«Lao động giỏi»"), "");
}

TEST(Decoder, an_award_without_a_rank_among_ranked_ones_comes_last_and_is_told) {
    const auto read = [](const char* first, const char* second) {
        const std::string rest = R"("status": "proposed", "batches": [{"recipients": [{"name": "Hội A"}]}])";
        return decoded(feed_with(fmt::format(R"("awards": [{{"id": "a", {1}"name": "Huân chương", {0}}},
                                                {{"id": "b", {2}"name": "Giấy khen", {0}}}])",
                                             rest, first, second)));
    };
    const Decoded one = read("", R"("rank": 3, )");
    EXPECT_EQ(one.conference.awards[1].name, "Huân chương");
    EXPECT_EQ(listing(one.issues), "award.rank-missing /awards/0/rank\n");
    EXPECT_EQ(listing(read("", "").issues), "");
    EXPECT_EQ(listing(read(R"("rank": 1, )", R"("rank": 3, )").issues), "");
}

/// The sign at the end is in correct text, too, and only makes sure that the text is looked at letter by letter.
std::string doubt_of(const std::string& text, const char* sign) {
    const auto doubt = suspect_text(text + sign);
    return doubt ? doubt->code : "";
}

TEST(SuspectText, the_glance_at_the_bytes_overlooks_nothing_that_the_letters_show) {
    std::u32string letters = U" aeouyxAEOUYX\u2018\u0300\u0301\u0323\u033F\u0340\u1EA1\u1EC5\uFFFD";
    for (char32_t c = 0x80; c < 0x1B1; ++c) letters += c;
    for (const char32_t first : letters)
        for (const char32_t second : letters) {
            const std::string pair = to_utf8(std::u32string{first, second});
            std::string within = 'x' + pair + "x ";
            within += pair;
            for (const std::string& text : {pair, within})
                ASSERT_EQ(doubt_of(text, ""), doubt_of(text, " \u00AB")) << escape_for_log(text);
        }
}

}  // namespace
}  // namespace hall
