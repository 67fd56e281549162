/// What the rows of each section's sheet become.
#include "foreign_fixture.h"

namespace hall {
namespace {

std::string at(const Instant instant) { return format_rfc3339(instant + std::chrono::hours(7)).substr(0, 16); }

TEST(AgendaSheet, days_and_times_in_people_s_habits) {
    const Read read = read_csv_section(
        "CHƯƠNG TRÌNH HỘI NGHỊ,,,\n"
        "STT,Thời gian,Nội dung,Thực hiện,Loại,Ghi chú\n"
        ",Buổi sáng,,,,\n"
        "1,7h30 - 8h00,Đón tiếp đại biểu,Ban Tổ chức,Đón tiếp,\n"
        "2,8 giờ 05,Khai mạc,Ông A,khai mạc,Đứng dậy\n"
        ",\"Thứ Hai, ngày 7 tháng 12 năm 2026\",,,,\n"
        "3,07:30–08:15,Thảo luận,,,\n",
        "agenda");
    EXPECT_EQ(listing(read.issues), "");
    ASSERT_EQ(read.conference.agenda.size(), 3U);
    const AgendaItem& first = read.conference.agenda[0];
    EXPECT_EQ(at(first.start), "2026-12-05T07:30");
    EXPECT_EQ(at(first.end), "2026-12-05T08:00");
    EXPECT_EQ(first.kind, ItemKind::reception);
    EXPECT_EQ(first.speaker.name, "Ban Tổ chức");
    EXPECT_EQ(read.conference.agenda[1].note, "Đứng dậy");
    EXPECT_EQ(at(read.conference.agenda[2].start), "2026-12-07T07:30");
}

TEST(AgendaSheet, a_column_of_days_holds_until_the_next) {
    const Read read = read_csv_section(
        "Ngày,Bắt đầu,Kết thúc,Nội "
        "dung\n05/12/2026,07:30,8h,Một\n,8h,,Hai\n6-12-2026,\"7,30\",,Ba\n6-12-2026,9h,8h,Bốn\n",
        "agenda");
    ASSERT_EQ(read.conference.agenda.size(), 3U);
    EXPECT_EQ(at(read.conference.agenda[1].start), "2026-12-05T08:00");
    EXPECT_TRUE(has_issue(read.issues, "cell.unreadable", "bang.csv!4:Bắt đầu")) << listing(read.issues);
    EXPECT_TRUE(has_issue(read.issues, "agenda.end-before-start", "bang.csv!5:Kết thúc")) << listing(read.issues);
}

TEST(AgendaSheet, without_any_day_it_says_so_once) {
    ForeignWish wish = wish_for("agenda");
    wish.days.clear();
    const Read read = read_foreign("Giờ,Nội dung\n7h,Một\n8h,Hai\n", FeedKind::csv, wish);
    EXPECT_EQ(listing(read.issues), "agenda.day-unknown bang.csv!2:Giờ\n");
}

TEST(AgendaSheet, an_open_end_stays_within_its_day) {
    const Read read = read_csv_section(
        "Ngày,Giờ,Nội dung\n05/12/2026,16h,Một\n,16h30,Hai\n06/12/2026,8h,Ba\n,9h,Bốn\n,23h50,Năm\n07/12/2026,8h,Sáu\n",
        "agenda");
    std::string ends;
    for (const AgendaItem& item : read.conference.agenda) ends += at(item.end).substr(8) + " ";
    EXPECT_EQ(ends, "05T16:30 05T16:45 06T09:00 06T23:50 07T00:00 07T08:15 ");
}

/// "05T07:30 05T14:00 "
std::string starts(const Read& read) {
    std::string all;
    for (const AgendaItem& item : read.conference.agenda) all += at(item.start).substr(8) + " ";
    return all;
}

TEST(AgendaSheet, below_a_part_of_the_day_hours_are_as_people_say_them) {
    const std::string head = "STT,Thời gian,Nội dung\n";
    const Read read = read_csv_section(head +
                                           ",BUỔI SÁNG,\n1,7h30,Một\n2,11h30 - 1h,Hai\n,BUỔI CHIỀU,\n3,2h - 4h30,Ba\n"
                                           "4,16h45,Bốn\n,TỐI,\n5,7h,Năm\n6,9h30 sáng,Sáu\n",
                                       "agenda");
    EXPECT_EQ(starts(read), "05T07:30 05T09:30 05T11:30 05T14:00 05T16:45 05T19:00 ");
    EXPECT_EQ(at(read.conference.agenda[3].end), "2026-12-05T16:30");
    EXPECT_EQ(listing(read.issues),
              "agenda.backwards bang.csv!10:Thời gian\nagenda.end-before-start bang.csv!4:Thời gian\n");
    for (const char* afternoon :
         {",Buổi chiều,", ",,CHIỀU:", "II,BUỔI CHIỀU,", "II. BUỔI CHIỀU,,", ",,Chiều (từ 14h)",
          ",\"Chiều thứ Bảy, ngày 05/12/2026\",", ",05/12/2026 - Buổi chiều,", ",Buổi chiều 14h,"}) {
        const Read one = read_csv_section(head + "1,8h,Một\n" + afternoon + "\n2,2h,Hai\n3,11h30,Ba\n", "agenda");
        EXPECT_EQ(starts(one), "05T08:00 05T11:30 05T14:00 ") << afternoon;
    }
    // A new day begins in its morning; a title that only sounds like a part of the day is none.
    const Read next = read_csv_section(
        "Ngày,Giờ,Nội dung\n,,Chiều\n,2h,Một\n06/12/2026,8h,Hai\n06/12/2026,,Chiều tà\n06/12/2026,9h,Ba\n", "agenda");
    EXPECT_EQ(starts(next), "05T14:00 06T08:00 06T09:00 ");
    EXPECT_EQ(listing(next.issues), "agenda.start-missing bang.csv!5:Giờ\n");
}

TEST(AgendaSheet, a_bracket_in_a_heading_says_when_or_it_is_no_heading) {
    const std::string head = "STT,Thời gian,Nội dung\n";
    for (const char* item :
         {"Chiều (dự kiến): thảo luận tổ", "\"Chiều (phiên 1): Thảo luận tổ, từ 14h00\"", "Tối (giao lưu văn nghệ)",
          "Chiều (14h00) thảo luận tổ", "Chiều (14h00", "05/12/2026 (06/12/2026)", "Chiều (30/02)"}) {
        const Read read = read_csv_section(head + ",," + item + "\n1,10:00,Báo cáo\n", "agenda");
        EXPECT_EQ(starts(read), "05T10:00 ") << item;
        EXPECT_EQ(listing(read.issues), "agenda.start-missing bang.csv!2:Thời gian\n") << item;
    }
    for (const auto& [heading, start] :
         std::vector<std::pair<std::string, std::string>>{{"BUỔI CHIỀU (14h00 - 17h00):", "05T14:00 "},
                                                          {"Chiều (06/12/2026)", "06T14:00 "},
                                                          {"NGÀY THỨ HAI (06/12/2026)", "06T02:00 "},
                                                          {"Ngày thứ hai (06/12)", "06T02:00 "},
                                                          {"Ngày 06/12/2026 (từ 14h00)", "06T02:00 "},
                                                          {"06/12/2026 (buổi chiều)", "06T14:00 "},
                                                          {"Ngày thứ hai (chiều 06/12)", "06T14:00 "}}) {
        const Read read = read_csv_section(head + ",," + heading + "\n1,2h,Báo cáo\n", "agenda");
        EXPECT_EQ(starts(read), start) << heading;
        EXPECT_EQ(has_issue(read.issues, "agenda.start-missing", "bang.csv!2:Thời gian"), false) << heading;
    }
}

TEST(AgendaSheet, a_start_alone_is_an_item_without_a_title) {
    for (const char* start : {"14h chiều", "\"05/12/2026, 14h chiều\"", "2 giờ chiều"}) {
        const Read read =
            read_csv_section(std::string("Thời gian,Nội dung\n7h,Một\n") + start + ",\n8h,Hai\n", "agenda");
        EXPECT_TRUE(has_issue(read.issues, "agenda.title-missing", "bang.csv!3:")) << start << listing(read.issues);
        EXPECT_EQ(starts(read), "05T07:00 05T08:00 ") << start;
    }
}

TEST(AgendaSheet, a_part_of_the_day_ends_where_a_heading_cannot_be_read) {
    const std::string head = "STT,Thời gian,Nội dung\n,BUỔI CHIỀU,\n1,2h,Một\n";
    for (const char* heading : {",NGÀY THỨ HAI,", ",,Ngày thứ hai", "Phiên thứ hai,,"}) {
        const Read read = read_csv_section(head + heading + "\n2,7h30,Hai\n", "agenda");
        EXPECT_EQ(starts(read), "05T07:30 05T14:00 ") << heading;
    }
    const Read dated = read_csv_section("Ngày,Giờ,Nội dung\n,,Chiều\n,2h,Một\nNGÀY THỨ HAI,,\n,7h30,Hai\n", "agenda");
    EXPECT_EQ(starts(dated), "05T07:30 05T14:00 ");
    // What an item's line leaves out, and a number that waits for one, say nothing of the day.
    for (const char* line : {",,Thảo luận tổ", "2,,"}) {
        const Read read = read_csv_section(head + line + "\n3,3h,Hai\n", "agenda");
        EXPECT_EQ(starts(read), "05T14:00 05T15:00 ") << line;
    }
}

TEST(AgendaSheet, times_that_run_backwards_within_a_day_are_told) {
    const Read read = read_csv_section(
        "Ngày,Giờ,Nội "
        "dung\n05/12/2026,7h30,Một\n,11h30,Hai\n,2h,Ba\n,4h30,Bốn\n06/12/2026,1h,Năm\n,16h,Sáu\n,15h,Bảy\n",
        "agenda");
    ASSERT_EQ(listing(read.issues), "agenda.backwards bang.csv!4:Giờ\nagenda.backwards bang.csv!8:Giờ\n");
    EXPECT_NE(read.issues[0].sentence.vi.find("Nếu là 14:00"), std::string::npos) << read.issues[0].sentence.vi;
    EXPECT_NE(read.issues[1].sentence.en.find("Look at both times"), std::string::npos) << read.issues[1].sentence.en;
}

TEST(AgendaSheet, after_midnight_a_time_needs_its_day) {
    const Read read = read_csv_section("Giờ,Nội dung\n9:00 SA,Một\n12h đêm,Hai\n", "agenda");
    EXPECT_EQ(read.conference.agenda.size(), 1U);
    ASSERT_TRUE(has_issue(read.issues, "cell.unreadable", "bang.csv!3:Giờ")) << listing(read.issues);
    EXPECT_NE(read.issues[0].sentence.vi.find("sau nửa đêm ghi cả ngày"), std::string::npos)
        << read.issues[0].sentence.vi;
}

TEST(MembersSheet, rows_that_go_on_are_further_people_of_the_same_unit) {
    const Read read = read_csv_section(
        "TT,Đơn vị,Viết tắt,Họ và tên,Chức vụ\n1,Hội Nông dân,HND,Bà B,Chủ tịch\n,,,Ông C,Phó Chủ tịch\n"
        "2,Hội Phụ nữ,,Bà D,\n2,Hội Phụ nữ,,Bà E,\n",
        "members");
    EXPECT_EQ(listing(read.issues), "");
    ASSERT_EQ(read.conference.members.size(), 2U);
    EXPECT_EQ(read.conference.members[0].id, "hoi-nong-dan");
    EXPECT_EQ(read.conference.members[0].representatives.size(), 2U);
    EXPECT_EQ(read.conference.members[1].representatives[1].name, "Bà E");
}

TEST(GuestsSheet, keeps_the_order_and_parts_presidium_from_guests) {
    const Read read = read_csv_section(
        "Ông/Bà,Họ và tên,Chức vụ,Cơ quan,Thành phần\nÔng,Vũ A,Bộ trưởng,Bộ X,Khách mời\nBà,An B,,,Đoàn Chủ tịch\n"
        "Bà,Cù C,,,xyz\n",
        "guests");
    ASSERT_EQ(read.conference.guests.size(), 2U);
    EXPECT_EQ(read.conference.guests[0].honorific, "Ông");
    EXPECT_EQ(read.conference.guests[0].organisation, "Bộ X");
    ASSERT_EQ(read.conference.presidium.size(), 1U);
    EXPECT_EQ(listing(read.issues), "cell.unreadable bang.csv!4:Thành phần\n");
}

TEST(AwardsSheet, one_row_a_recipient_becomes_awards_and_batches_in_order) {
    const Read read = read_csv_section(
        "TT,Hình thức khen thưởng,Thứ bậc,Trạng thái,Số quyết định,Ngày quyết định,Đợt,Tên tập thể,Họ và tên,Chức "
        "vụ,Đơn vị\n"
        "1,Cờ thi đua,1,Đã quyết định,12/QĐ,15/11/2026,,Hội Nông dân,,,\n"
        "2,,,,,,,Hội Phụ nữ,,,\n"
        "3,Bằng khen,2,đã quyết định,13/QĐ,15/11/2026,Đợt 1,,Nguyễn Văn A,Trưởng ban,Hội Nông dân\n"
        "4,BẰNG KHEN,,,,,Đợt 2,,Trần Thị B,,\n"
        "5,Cờ thi đua,,,99/QĐ,,,Hội Chữ thập đỏ,,,\n",
        "awards");
    ASSERT_EQ(read.conference.awards.size(), 2U);
    const Award& flag = read.conference.awards[0];
    EXPECT_EQ(flag.id, "co-thi-dua");
    EXPECT_EQ(flag.decision.number, "12/QĐ");
    EXPECT_EQ(flag.visibility, Visibility::held);
    ASSERT_EQ(flag.batches.size(), 1U);
    ASSERT_EQ(flag.batches[0].recipients.size(), 3U);
    EXPECT_EQ(flag.batches[0].recipients[2].name, "Hội Chữ thập đỏ");
    EXPECT_EQ(flag.batches[0].recipients[0].kind, RecipientKind::collective);
    const Award& praise = read.conference.awards[1];
    ASSERT_EQ(praise.batches.size(), 2U);
    EXPECT_EQ(praise.batches[0].label, "Đợt 1");
    EXPECT_EQ(praise.batches[0].recipients[0].kind, RecipientKind::person);
    EXPECT_EQ(praise.batches[0].recipients[0].organisation, "Hội Nông dân");
    ASSERT_EQ(listing(read.issues), "award.contradiction bang.csv!6:Số quyết định\n");
    EXPECT_EQ(read.issues[0].pointer, "/awards/0/decision/number") << "the operator is told of it before that award";
}

TEST(Section, what_is_wrong_in_a_sheet_is_told_with_its_place_in_the_feed_too) {
    const Read read = read_csv_section(
        "Chữ ký,Khen thưởng,Tên,Ngày quyết định\n"
        ",Cờ thi đua,Hội A,\n"
        ",Bằng khen,Hội B,hôm qua\n"
        ",Bằng khen,,\n",
        "awards");
    std::string pointers;
    for (const Issue& issue : read.issues) pointers += issue.code + " " + issue.pointer + "\n";
    EXPECT_EQ(pointers,
              "column.unknown /awards\n"
              "cell.unreadable /awards/1/decision/date\n"
              "award.decision-missing /awards/0/decision\n"
              "award.decision-missing /awards/1/decision\n");
}

/// "Cờ thi đua: Hội A, Hội B; Bằng khen: ...", a person with his or her award's "*".
std::string winners(const Read& read) {
    std::string all;
    for (const Award& award : read.conference.awards) {
        all += (all.empty() ? "" : "; ") + award.name + ":";
        for (const Batch& batch : award.batches)
            for (const Recipient& recipient : batch.recipients)
                all += " " + recipient.name + (recipient.kind == RecipientKind::person ? "*" : "") + ",";
        if (all.back() == ',') all.pop_back();
    }
    return all;
}

/// Of every row but the headings; what the decoder says of missing decisions is not what these tests are about.
std::string told(const Read& read) {
    Issues issues;
    for (const Issue& issue : read.issues)
        if (issue.code != "award.decision-missing") issues.push_back(issue);
    return listing(issues);
}

TEST(AwardsSheet, a_total_is_no_winner_and_is_told) {
    for (const char* total : {"1,,Tổng cộng: 02 cá nhân,", ",,TỔNG CỘNG,", "Tổng cộng,,02 cá nhân,", ",Tổng cộng,02,",
                              ",,Cộng: 2,", ",,Cộng,", ",,Cộng (I+II),", ",,Tổng số 02 người,", ",,Total: 2,",
                              ",,Tong cong: 02,", ",,(Danh sách này có 02 cá nhân),"}) {
        const Read read = read_csv_section(
            "STT,Hình thức,Họ và tên,Đơn vị\n1,Bằng khen,Lê An,\n2,,Lê Bình,\n" + std::string(total) + "\n", "awards");
        EXPECT_EQ(winners(read), "Bằng khen: Lê An*, Lê Bình*") << total;
        ASSERT_FALSE(read.issues.empty()) << total;
        EXPECT_EQ(read.issues[0].code, "row.total") << total;
        EXPECT_EQ(read.issues[0].place.substr(0, 11), "bang.csv!4:") << total;
        EXPECT_EQ(read.issues[0].severity, Severity::warning);
    }
}

TEST(AwardsSheet, who_is_called_nearly_like_a_total_is_a_winner) {
    for (const char* name : {"Công ty A", "CÔNG ĐOÀN B", "Tổng Công ty C", "Tong Cong ty C", "Cộng đồng D",
                             "Tổng Liên đoàn", "Cong An", "Total Energies", "Tổng cục Thuế", "Danh Sách", "Tống Công",
                             "Cổ Thị Đua", "Bàng Khen", "Tập thể (Khoa Nội)", "Tập thể lao động Sở Y tế"}) {
        const Read read =
            read_csv_section("Hình thức,Tập thể\nBằng khen,Hội A\n," + std::string(name) + "\n", "awards");
        EXPECT_EQ(winners(read), "Bằng khen: Hội A, " + std::string(name));
        EXPECT_EQ(told(read), "") << name;
    }
}

TEST(AwardsSheet, a_title_names_the_award_of_the_rows_below) {
    const std::string heads = "STT,Hình thức,Họ và tên,Chức vụ,Số quyết định\n";
    const std::string want = "Cờ thi đua: Lê An*, Lê Bình*; BẰNG KHEN: Lê Chi*, Lê Dũng*";
    const Read mixed = read_csv_section(
        heads + "1,Cờ thi đua,Lê An,,\n2,,Lê Bình,,\nII,,BẰNG KHEN,,13/QĐ\n1,,Lê Chi,A,\n2,,Lê Dũng,,\n", "awards");
    ASSERT_EQ(winners(mixed), want);
    EXPECT_EQ(mixed.conference.awards[1].decision.number, "13/QĐ");
    EXPECT_EQ(told(mixed), "");
    // Without a numeral, under "STT" as a cell merged over the row is, and numbered in its own cell.
    for (const char* title : {",,BẰNG KHEN,,", "II. BẰNG KHEN,,,,", "BẰNG KHEN:,,,,", ",,II. BẰNG KHEN,,"}) {
        const Read read = read_csv_section(
            heads + "I,,Cờ thi đua,,\n1,,Lê An,,\n2,,Lê Bình,,\n" + title + "\n1,,Lê Chi,,\n2,,Lê Dũng,,\n", "awards");
        EXPECT_EQ(winners(read), want) << title;
        EXPECT_EQ(told(read), "") << title;
    }
    // An award that the column names elsewhere is that one, whatever it is called.
    const Read known = read_csv_section(
        heads + "1,Lao động giỏi,Lê An,,\n2,Kỷ lục,Lê Bình,,\n,,LAO ĐỘNG GIỎI,,\n3,,Lê Chi,,\n", "awards");
    EXPECT_EQ(winners(known), "Lao động giỏi: Lê An*, Lê Chi*; Kỷ lục: Lê Bình*");
    // A title whose rows name their awards themselves is nothing.
    const Read idle = read_csv_section(heads + "I,,BẰNG KHEN,,\n1,Bằng khen Thủ tướng,Lê An,,\n", "awards");
    EXPECT_EQ(winners(idle), "Bằng khen Thủ tướng: Lê An*");
}

TEST(AwardsSheet, of_a_unit_and_a_person_in_one_row_neither_is_lost) {
    const std::string heads = "Hình thức,Tên tập thể,Danh xưng,Họ và tên,Chức vụ";
    const std::string row = "\nCờ thi đua,Hội Nông dân,Ông,Lê An,Chủ tịch";
    const Read unit = read_csv_section(heads + row + "\n,Hội Phụ nữ,,Lê Chi,\n,Hội A,,,\n", "awards");
    EXPECT_EQ(winners(unit), "Cờ thi đua: Hội Nông dân, Hội Phụ nữ, Hội A");
    const auto& recipients = unit.conference.awards[0].batches[0].recipients;
    EXPECT_EQ(recipients[0].representative, "Ông Lê An, Chủ tịch");
    EXPECT_EQ(recipients[0].honorific + recipients[0].position, "") << "they are of the person";
    EXPECT_EQ(recipients[1].representative, "Lê Chi");
    ASSERT_EQ(told(unit), "recipient.unit-and-person bang.csv!2:Họ và tên\n");
    EXPECT_NE(unit.issues[0].sentence.vi.find("và 1 hàng khác"), std::string::npos) << unit.issues[0].sentence.vi;

    // Whoever says which of the two receives is asked nothing.
    for (const std::string& text : {heads + ",Đối tượng" + row + ",Cá nhân\n",
                                    heads + "\n,CÁ NHÂN,,,\nCờ thi đua,Hội Nông dân,Ông,Lê An,Chủ tịch\n"}) {
        const Read person = read_csv_section(text, "awards");
        ASSERT_EQ(winners(person), "Cờ thi đua: Lê An*") << text;
        const Recipient& recipient = person.conference.awards[0].batches[0].recipients[0];
        EXPECT_EQ(recipient.honorific + " " + recipient.position, "Ông Chủ tịch");
        EXPECT_EQ(recipient.organisation, "Hội Nông dân");
        EXPECT_EQ(told(person), "");
    }
    const Read said = read_csv_section(heads + ",Đối tượng" + row + ",Tập thể\n", "awards");
    EXPECT_EQ(winners(said), "Cờ thi đua: Hội Nông dân");
    EXPECT_EQ(told(said), "");
}

TEST(AwardsSheet, beside_its_unit_a_person_receives_what_no_unit_can) {
    const std::string heads = "Danh hiệu,Tên tập thể,Tên cá nhân,Chức vụ\n";
    for (const char* award :
         {"Chiến sĩ thi đua cơ sở", "Danh hiệu CHIẾN SỸ THI ĐUA", "Lao động tiên tiến", "Chiến sĩ tiên tiến"}) {
        const Read read = read_csv_section(heads + award + ",Phòng Kế toán,Lê An,Trưởng phòng\n", "awards");
        ASSERT_EQ(winners(read), award + std::string(": Lê An*"));
        const Recipient& recipient = read.conference.awards[0].batches[0].recipients[0];
        EXPECT_EQ(recipient.organisation + ", " + recipient.position, "Phòng Kế toán, Trưởng phòng");
        EXPECT_EQ(told(read), "") << "nothing was guessed";
    }
    for (const char* award : {"Tập thể Lao động tiên tiến", "Tập thể lao động xuất sắc", "Cờ thi đua", "Bằng khen"}) {
        const Read read = read_csv_section(heads + award + ",Phòng Kế toán,Lê An,Trưởng phòng\n", "awards");
        EXPECT_EQ(winners(read), award + std::string(": Phòng Kế toán"));
        EXPECT_EQ(told(read), "recipient.unit-and-person bang.csv!2:Tên cá nhân\n");
    }
}

TEST(AwardsSheet, of_several_rows_for_one_unit_each_is_its_persons) {
    const Read read = read_csv_section(
        "Hình thức,Tên tập thể,Tên cá nhân,Chức vụ\n"
        "Bằng khen,Phòng Kế toán,Lê An,Trưởng phòng\n,PHÒNG KẾ TOÁN,Lê Bình,\n,Phòng Tổ chức,Lê Chi,\n,Phòng Hành "
        "chính,,\n,Phòng Hành chính,Lê Dũng,\nGiấy khen,Phòng Kế toán,Lê An,\n,Phòng Kế toán,Lê An,\n",
        "awards");
    EXPECT_EQ(winners(read),
              "Bằng khen: Lê An*, Lê Bình*, Phòng Tổ chức, Phòng Hành chính, Lê Dũng*; "
              "Giấy khen: Phòng Kế toán, Phòng Kế toán");
    const auto& recipients = read.conference.awards[0].batches[0].recipients;
    EXPECT_EQ(recipients[0].organisation + ", " + recipients[0].position, "Phòng Kế toán, Trưởng phòng");
    EXPECT_EQ(recipients[1].organisation, "PHÒNG KẾ TOÁN");
    EXPECT_EQ(recipients[2].representative, "Lê Chi");
    ASSERT_EQ(told(read),
              "recipient.unit-and-person bang.csv!2:Tên cá nhân\n"
              "recipient.unit-and-person bang.csv!4:Tên cá nhân\n"
              "award.recipient-repeated bang.csv!8:\n");
    EXPECT_NE(read.issues[0].sentence.vi.find("khen thưởng của cá nhân"), std::string::npos);
    EXPECT_NE(read.issues[1].sentence.vi.find("khen thưởng của tập thể"), std::string::npos);
}

TEST(AwardsSheet, a_name_too_many_in_a_row_is_told) {
    const Read read = read_csv_section(
        "Hình thức,Đối tượng,Tên tập thể,Người nhận,Họ và tên,Đơn vị,Người nhận thay\n"
        "Cờ,Tập thể,Hội A,,Lê An,,Lê Bình\n,Cá nhân,Hội B,,Lê Chi,Hội C,\n,,Hội D,Hội E,,,\n",
        "awards");
    EXPECT_EQ(winners(read), "Cờ: Hội A, Lê Chi*, Hội D");
    EXPECT_EQ(told(read),
              "recipient.name-unused bang.csv!2:Họ và tên\n"
              "recipient.name-unused bang.csv!3:Tên tập thể\n"
              "recipient.name-unused bang.csv!4:Người nhận\n");
}

TEST(AwardsSheet, titles_alone_may_name_the_awards) {
    const std::string heads = "STT,Họ và tên,Chức vụ,Đơn vị công tác\n";
    const Read read = read_csv_section(
        heads + "I,CỜ THI ĐUA,,\n1,Lê An,,\nII,BẰNG KHEN,,\n1,Lê Bình,Chủ tịch,Hội A\n2,Lê Chi,,\n", "awards");
    EXPECT_EQ(winners(read), "CỜ THI ĐUA: Lê An*; BẰNG KHEN: Lê Bình*, Lê Chi*");
    EXPECT_EQ(told(read), "");
    const Read none = read_csv_section(heads + "1,Lê An,,\n2,Lê Bình,,\nII,BẰNG KHEN,,\n1,Lê Chi,,\n", "awards");
    EXPECT_EQ(winners(none), "BẰNG KHEN: Lê Chi*");
    ASSERT_EQ(told(none), "column.missing bang.csv!2:\n");
    EXPECT_NE(none.issues[0].sentence.vi.find("\"Hình thức khen thưởng\""), std::string::npos);
    // Nothing but its name tells such a list from one of guests.
    const Read nameless = read_foreign(heads + "1,Lê An,,\n", FeedKind::csv, wish_for("", "x.csv"));
    EXPECT_EQ(nameless.conference.presidium.size(), 1U);
}

TEST(Section, without_a_row_is_told) {
    for (const auto& [section, rows] :
         std::vector<std::pair<std::string, std::string>>{{"members", "STT,Tên đơn vị,Đại diện\n1,,\n2,,\n"},
                                                          {"awards", "Danh sách\nHình thức khen thưởng,Họ và tên\n"},
                                                          {"agenda", "Giờ,Nội dung\n"}}) {
        const Read read = read_csv_section(rows, section);
        ASSERT_EQ(listing(read.issues).substr(0, 21), "sheet.empty bang.csv!") << section;
        EXPECT_EQ(read.issues[0].severity, Severity::warning);
        EXPECT_EQ(read.issues[0].pointer, "/" + section);
    }
}

TEST(Section, of_which_nothing_came_is_refused_by_what_it_lacks) {
    for (const auto& [section, rows] : std::vector<std::pair<std::string, std::string>>{
             {"awards", "STT,Chức vụ,Số QĐ\n1,Chủ tịch,1\n"}, {"agenda", "STT,Giờ giấc,Nội dung\n1,7h,Khai mạc\n"}}) {
        const auto converted = convert(rows, FeedKind::csv, wish_for(section));
        ASSERT_TRUE(converted.ok());
        ASSERT_EQ(converted->issues.back().severity, Severity::error);
        const auto read =
            decode_feed(R"({"format": "hoitruong/1", "conference": {"title": "A"}})",
                        {{section, "bang.csv", converted->document, converted->places, converted->issues}});
        ASSERT_FALSE(read.ok());
        EXPECT_EQ(read.error().sentence.vi, section + " (bang.csv): " + converted->issues.back().sentence.vi);
    }
}

TEST(AwardsSheet, numerals_may_count_the_awards_in_rows_of_their_first_recipients) {
    const Read read = read_csv_section(
        "STT,Hình thức,Tên\nI,Cờ thi đua,Sở Y tế\n,,Sở B\nII,Bằng khen,Tập thể lao động Sở C\n,,Sở D\n", "awards");
    EXPECT_EQ(winners(read), "Cờ thi đua: Sở Y tế, Sở B; Bằng khen: Tập thể lao động Sở C, Sở D");
}

TEST(AwardsSheet, what_sounds_like_an_award_but_is_numbered_like_a_recipient_is_shown_and_told) {
    const Read read =
        read_csv_section("STT,Hình thức,Tên\n1,Cờ thi đua,Sở A\n2,,Bằng khen của ai\n3,,Sở B\n", "awards");
    EXPECT_EQ(winners(read), "Cờ thi đua: Sở A, Bằng khen của ai, Sở B");
    EXPECT_NE(told(read).find("row.title-doubtful"), std::string::npos) << told(read);
}

TEST(AwardsSheet, what_a_title_says_of_its_award_holds_where_the_rows_name_it_again) {
    const Read read = read_csv_section(
        "STT,Hình thức,Tên,Số quyết định\nI,,BẰNG KHEN,13/QĐ\n1,Bằng khen,Sở A,\n2,Bằng khen,Sở B,\n", "awards");
    ASSERT_EQ(winners(read), "Bằng khen: Sở A, Sở B");
    EXPECT_EQ(read.conference.awards[0].decision.number, "13/QĐ");
}

TEST(AwardsSheet, titles_part_units_from_persons) {
    const Read told_otherwise = read_csv_section(
        "STT,Hình thức,Tên,Chức vụ\nI,Cờ thi đua,TẬP THỂ,\n1,,Hội A,\n1,Bằng khen,Lê An,Trưởng ban\n", "awards");
    EXPECT_EQ(winners(told_otherwise), "Cờ thi đua: Hội A; Bằng khen: Lê An*");
    const Read read = read_csv_section(
        "STT,Hình thức,Tên,Chức vụ\nI,Bằng khen,TẬP THỂ,\n1,,Hội A,\nII,,Cá nhân (01 người),\n1,,Lê An,\n", "awards");
    EXPECT_EQ(winners(read), "Bằng khen: Hội A, Lê An*");
    EXPECT_EQ(told(read), "");
}

TEST(AwardsSheet, a_title_that_cannot_be_told_for_sure_is_an_issue) {
    const std::string heads = "STT,Hình thức,Họ và tên,Chức vụ\n";
    const Read unit = read_csv_section(heads + "1,Bằng khen,Lê An,\nII,,SỞ Y TẾ,\n1,,Lê Bình,\n", "awards");
    EXPECT_EQ(winners(unit), "Bằng khen: Lê An*, Lê Bình*");
    EXPECT_EQ(told(unit), "row.title-doubtful bang.csv!3:\n");
    const Read award = read_csv_section(heads + "I,,LAO ĐỘNG GIỎI,\n1,,Lê An,\n", "awards");
    EXPECT_EQ(winners(award), "LAO ĐỘNG GIỎI: Lê An*");
    EXPECT_EQ(told(award), "row.title-doubtful bang.csv!2:\n");
    const Read person = read_csv_section(heads + "1,Bằng khen,Lê An,\nII,,Lê Bình,Trưởng ban\n", "awards");
    EXPECT_EQ(winners(person), "Bằng khen: Lê An*, Lê Bình*");
    EXPECT_EQ(told(person), "row.title-doubtful bang.csv!3:Họ và tên\n");
    const Read more = read_csv_section(heads + "1,Cờ,Lê An,\n,,Bằng khen,02 người\n2,,Lê Bình,\n", "awards");
    EXPECT_EQ(winners(more), "Cờ: Lê An*; Bằng khen: Lê Bình*");
    EXPECT_EQ(told(more), "row.title-doubtful bang.csv!3:Họ và tên\n");
    // Where every row has a Roman numeral, nothing stands out.
    const Read roman = read_csv_section(heads + "I,Bằng khen,Lê An,\nII,,Lê Bình,\n,,Cộng: 2,\n", "awards");
    EXPECT_EQ(winners(roman), "Bằng khen: Lê An*, Lê Bình*");
    const Read khmer = read_csv_section(heads + "1,Bằng khen,Danh Hiếu,\n2,,Lê An,\n", "awards");
    EXPECT_EQ(winners(khmer), "Bằng khen: Danh Hiếu*, Lê An*");
}

TEST(NameSheets, a_total_is_nobody) {
    const Read members =
        read_csv_section("TT,Đơn vị,Họ và tên\n1,Hội Nông dân,Bà B\n,Tổng cộng: 1 đơn vị,\n,,Tổng số 1\n", "members");
    EXPECT_EQ(members.conference.members.size(), 1U);
    EXPECT_EQ(listing(members.issues), "row.total bang.csv!3:\nrow.total bang.csv!4:\n");
    const Read guests = read_csv_section("STT,Họ và tên,Chức vụ\n1,Lê An,\nTổng,,02 đại biểu\n", "guests");
    EXPECT_EQ(guests.conference.guests.size(), 1U);
    EXPECT_EQ(listing(guests.issues), "row.total bang.csv!3:\n");
}

TEST(AwardsSheet, a_word_nobody_understands_is_an_issue_with_the_words_there_are) {
    const Read read = read_csv_section("Hình thức,Trạng thái,Tập thể\nCờ,chắc là có,Hội A\n", "awards");
    EXPECT_TRUE(has_issue(read.issues, "cell.unreadable", "bang.csv!2:Trạng thái")) << listing(read.issues);
    EXPECT_NE(read.issues[0].sentence.vi.find("Dùng một trong: Đề xuất, Đã quyết định"), std::string::npos)
        << read.issues[0].sentence.vi;
    EXPECT_EQ(read.conference.awards[0].visibility, Visibility::held);
}

TEST(AwardsSheet, a_missing_decision_is_told_in_the_sheet_s_words_too) {
    const Read read = read_csv_section("Hình thức,Tập thể\nCờ,Hội A\n", "awards");
    ASSERT_EQ(listing(read.issues), "award.decision-missing bang.csv!2:\n");
    EXPECT_NE(read.issues[0].sentence.vi.find("(bảng tính: Trạng thái là Đề xuất)"), std::string::npos);
    EXPECT_NE(read.issues[0].sentence.en.find("(in a spreadsheet, Trạng thái to Đề xuất)"), std::string::npos);
}

TEST(ContentSheets, report_tasks_movements_speeches_and_covenant) {
    const Read report = read_csv_section(
        "Tiêu đề,Báo cáo tổng kết\nNgười trình bày,Bà B\nChỉ tiêu,Kết quả,ĐVT\nKinh phí,\"1.234,5\",triệu đồng\nĐã tổ "
        "chức 12 lớp,,\n",
        "report");
    EXPECT_EQ(listing(report.issues), "");
    EXPECT_EQ(report.conference.report.title, "Báo cáo tổng kết");
    EXPECT_EQ(report.conference.report.presenter.name, "Bà B");
    ASSERT_EQ(report.conference.report.figures.size(), 1U);
    EXPECT_EQ(report.conference.report.figures[0].value, "1.234,5");
    EXPECT_EQ(report.conference.report.points, (std::vector<std::string>{"Đã tổ chức 12 lớp"}));

    const Read tasks = read_csv_section("Nhiệm vụ,Giải pháp\nMột,Làm\n,thừa\n", "tasks");
    ASSERT_EQ(tasks.conference.tasks.items.size(), 1U);
    EXPECT_TRUE(has_issue(tasks.issues, "text.missing", "bang.csv!3:")) << listing(tasks.issues);

    const Read movements = read_csv_section("Phong trào,Khẩu hiệu\nLao động giỏi,Nhanh\n", "movements");
    EXPECT_EQ(movements.conference.movements[0].slogan, "Nhanh");

    const Read speeches = read_csv_section(
        "Người phát biểu,Chức vụ,Tham luận,Ý chính\nÔng A,Chủ tịch,Về thi đua,\"- Một\n- Hai\"\n,,,Ba\n", "speeches");
    ASSERT_EQ(speeches.conference.speeches.size(), 1U);
    EXPECT_EQ(speeches.conference.speeches[0].points, (std::vector<std::string>{"Một", "Hai", "Ba"}));
}

TEST(CovenantSheet, a_unit_is_named_as_in_the_members_sheet) {
    const Read read = read_csv_section("Giao ước,Đơn vị ký,Trạng thái\nThi đua,Hội Nông dân,Đã ký\n", "covenant");
    EXPECT_EQ(read.conference.covenant.pledges, (std::vector<std::string>{"Thi đua"}));
    EXPECT_NE(read.document.find(R"("member":"hoi-nong-dan","state":"signed")"), std::string::npos) << read.document;
    EXPECT_TRUE(has_issue(read.issues, "signatory.member-unknown", "bang.csv!2:")) << listing(read.issues);
}

TEST(WholeSheet, without_a_section_the_headings_tell) {
    const Read read = read_foreign("Giờ,Nội dung,Thực hiện\n7h,Một,A\n", FeedKind::csv, wish_for(""));
    EXPECT_EQ(read.conference.agenda.size(), 1U);
    const Read named = read_foreign("Tên,Chức vụ\nA,B\n", FeedKind::csv, wish_for("", "x/khach-moi.csv"));
    EXPECT_EQ(named.conference.guests.size(), 1U);
    const Read pairs = read_foreign("Tên hội nghị,Hội nghị Tổng kết\nNgày,5/12/2026\nMàu nhấn,#C8102E\nLạ,x\n",
                                    FeedKind::csv, wish_for("", "hoi-nghi.csv"));
    EXPECT_EQ(pairs.conference.identity.title, "Hội nghị Tổng kết");
    EXPECT_EQ(pairs.conference.branding.accent, 0xC8102EU);
    EXPECT_EQ(listing(pairs.issues), "row.unknown hoi-nghi.csv!4:Lạ\n");
}

}  // namespace
}  // namespace hall
