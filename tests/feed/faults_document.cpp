#include "faults.h"
#include "screen.h"

namespace hall::test {
namespace {

Fault refused(std::string name, const std::string& body, std::string says) {
    return {std::move(name),
            [answer = whole(body)](const FaultyServer& self, int connection) { self.send(connection, answer); },
            std::move(says)};
}

std::string with(const std::string& member) {
    return R"({"format":"hoitruong/1","conference":{"title":"CANARY"},)" + member + "}";
}

std::string good_with(const std::string& member) {
    return R"({"format":"hoitruong/1","conference":{"title":"Tốt"},)" + member + "}";
}

std::string agenda(const std::string& start, const std::string& end) {
    return R"({"title":"Khai mạc","start":")" + start + R"(","end":")" + end + "\"}";
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

std::vector<Fault> document_faults() {
    const std::size_t million = 1'000'000;
    const std::string cut = document(canary);
    return {
        refused("cut_by_three_bytes", cut.substr(0, cut.size() - 3), "cut off"),
        refused("a_million_deep", with("\"x\":" + std::string(million, '[') + std::string(million, ']')),
                "levels deep"),
        refused("a_number_of_seven_million_digits", with("\"x\":" + std::string(7 * million, '9')), "large"),
        refused("nine_mebibytes", with("\"x\":\"" + std::string(9U << 20U, 'x') + "\""), "too large"),
        refused("a_number_beyond_all", with("\"x\":1e999"), "too large"),
        refused("two_hundred_thousand_records", with("\"x\":[" + repeated("{},", 200'000) + "{}]"), "records"),
        refused("a_nul_byte", std::string("{\"format\":\"hoitruong/1\",\"x\":\"CANARY\0\"}", 38), ""),
        refused("invalid_utf8", with("\"x\":\"\xC3(\""), "not"),
        refused("utf16", std::string("\xFF\xFE{\0\"\0C\0A\0", 10), "UTF-16"),
        refused("unknown_version", R"({"format":"hoitruong/9","conference":{"title":"CANARY"}})", "unknown"),
        refused("another_programs_json", R"({"CANARY":true})", "no conference feed"),
        refused("a_list", R"(["CANARY"])", "is a list"),
        refused("words", "Not found", "begins with"),
        refused("half_a_character_pair", with(R"("x":"A\ud800B")"), "JSON syntax"),
    };
}

std::vector<Blemish> blemishes() {
    const std::string long_name = repeated("Nguyễn ", 15'000);
    return {
        {"content_type_lies", document("Tốt"), ""},
        {"title_twice", R"({"format":"hoitruong/1","conference":{"title":"Tốt","title":"CANARY"}})", "key.repeated"},
        {"ids_twice", good_with(R"("members":[{"id":"a","name":"A"},{"id":"a","name":"B"}])"), "id.repeated"},
        {"lists_that_are_none", good_with(R"("agenda":7,"members":{"a":1},"awards":"x","guests":true)"), "type.wrong"},
        {"everything_missing", good_with(R"("agenda":[{}],"members":[{}],"awards":[{}],"speeches":[{}])"), ""},
        {"decomposed", R"({"format":"hoitruong/1","conference":{"title":"To\u0302\u0301t"}})", ""},
        {"bidi_override", R"({"format":"hoitruong/1","conference":{"title":"\u202eTốt\u202c"}})",
         "text.hidden-characters"},
        {"zero_width", R"({"format":"hoitruong/1","conference":{"title":"T\u200bố\u2060t\ufeff"}})",
         "text.hidden-characters"},
        {"zalgo", good_with("\"guests\":[\"A" + repeated("\\u0301", 2000) + "\"]"), "text.too-many-marks"},
        {"a_name_of_a_hundred_kilobytes", good_with("\"guests\":[\"" + long_name + "\"]"), "text.too-long"},
        {"agenda_backwards", good_with("\"agenda\":[" + agenda("2022-12-20T09:00", "2022-12-20T08:00") + "]"),
         "agenda.end-before-start"},
        {"agenda_of_no_length", good_with("\"agenda\":[" + agenda("2022-12-20T09:00", "2022-12-20T09:00") + "]"), ""},
        {"agenda_at_the_ends_of_time",
         good_with("\"agenda\":[" + agenda("1970-01-01T00:00", "9999-12-31T23:59") + "," +
                   agenda("0000-00-00T99:99", "-1") + "]"),
         "time.unreadable"},
        {"agenda_that_overlaps",
         good_with("\"agenda\":[" + agenda("2022-12-20T08:00", "2022-12-20T10:00") + "," +
                   agenda("2022-12-20T09:00", "2022-12-20T09:30") + "]"),
         ""},
        {"picture_from_above", document("Tốt", "../../../../etc/passwd"), "picture.missing"},
        {"picture_by_absolute_name", document("Tốt", "/etc/passwd"), "picture.missing"},
        {"picture_by_file_address", document("Tốt", "file:///etc/passwd"), "picture.missing"},
        {"picture_with_a_nul", document("Tốt", R"(a\u0000.png)"), ""},
        {"picture_with_a_line_break", document("Tốt", R"(a\r\nX: y)"), ""},
        {"picture_named_like_a_device", document("Tốt", "CON"), "picture.missing"},
        {"picture_of_a_long_name", document("Tốt", std::string(4096, 'x') + ".png"), "picture.missing"},
    };
}

}  // namespace hall::test
