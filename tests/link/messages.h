#pragma once
/// Messages for tests, with something in every member.
#include <string>

#include "link/message.h"

namespace hall::test {

inline ShowMessage lively_message() {
    ShowMessage message;
    message.session = {Instant(Milliseconds(1'671'500'000'123)), "5f0c"};
    message.sequence = 12;
    message.state.step = 7;
    message.state.key = "award:le/b0/r1";
    message.state.cover = Cover::hold;
    message.state.drive = Drive::by_operator;
    message.state.entry = Entry::animated;
    message.state.lower_third = LowerThird::on;
    message.state.lower_third_at = Instant(Milliseconds(1'671'500'111'000));
    message.state.said = {"Có cháy", "Xe chờ ở cổng 2", "Trần Văn Ẩn, Chủ tịch", "Chờ đại biểu"};
    message.state.remarks = {{"a1b2", Attendance::represented, "Lê Thị Thay", {}},
                             {"c3d4", Attendance::present, {}, "Nguyễn Đúng"},
                             {"e5f6", Attendance::skipped, {}, {}}};
    message.state.item = 3;
    message.state.item_began = Instant(Milliseconds(1'671'500'100'000));
    message.steps = 40;
    message.content = "5ea1ed";
    message.picture = "00c0ffee";
    message.since = Instant(Milliseconds(1'671'500'222'000));
    message.commanded = Instant(Milliseconds(1'671'500'222'001));
    message.switch_at = Instant(Milliseconds(1'671'500'222'150));
    message.keys = {{"le", "khóa một hai"}, {"co", "ba bốn"}};
    return message;
}

inline Acknowledgement acknowledgement_of(const ShowMessage& message, const std::string& screen) {
    Acknowledgement said;
    said.screen = screen;
    said.session = message.session;
    said.sequence = message.sequence;
    said.step = message.state.step;
    said.picture = message.picture;
    said.width = 1920;
    said.height = 1080;
    said.clock_error = Milliseconds(-3);
    said.clock_unsure = Milliseconds(2);
    said.delay = Milliseconds(25);
    return said;
}

}  // namespace hall::test
