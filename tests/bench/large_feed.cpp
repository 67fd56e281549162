#include "bench/large_feed.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "base/file.h"
#include "feed/decoder.h"

namespace hall::bench {
namespace {

using Words = std::array<const char*, 8>;

constexpr Words kinds{"Liên đoàn Lao động tỉnh",
                      "Công đoàn Giáo dục thành phố",
                      "Hội Liên hiệp Phụ nữ huyện",
                      "Ủy ban Mặt trận Tổ quốc phường",
                      "Đoàn Thanh niên Cộng sản Hồ Chí Minh quận",
                      "Hội Cựu chiến binh thị xã",
                      "Hội Nông dân xã",
                      "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"};
constexpr Words places{"Thừa Thiên Huế", "Nghệ An",     "Bà Rịa - Vũng Tàu", "Quảng Ngãi",
                       "Đắk Lắk",        "Tuyên Quang", "Sóc Trăng",         "Kiên Giang"};
constexpr Words families{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Vũ", "Đặng", "Bùi"};
constexpr Words middles{"Thị Thùy", "Văn", "Hữu", "Đức", "Ngọc", "Thị Bích", "Quang", "Xuân"};
constexpr Words givens{"Dương", "Hưởng", "Nghĩa", "Phượng", "Quyết", "Thưởng", "Tuyết", "Việt"};
constexpr Words groups{"Cụm I", "Cụm II", "Cụm III", "Cụm IV", "Cụm V", "Cụm VI", "Cụm VII", "Cụm VIII"};

/// `turn` 0 takes another word at every number, each further one eight times as slowly.
const char* word(const Words& words, std::size_t number, unsigned turn) {
    return words[(number >> (3U * turn)) % words.size()];
}

std::string document(const std::string& members) {
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Tổng kết", "date": "2022-12-20"}, "rundown": [{"screen": "members"}], "members": [)" +
           members + "]}\n";
}

}  // namespace

std::string organisation(std::size_t number) {
    return fmt::format("{} {} số {}", word(kinds, number, 0), word(places, number, 1), number);
}

std::string person(std::size_t number) {
    return fmt::format("{} {} {}", word(families, number, 0), word(middles, number, 1), word(givens, number, 2));
}

std::string feed_of_size(std::size_t bytes) {
    std::string members;
    const std::size_t room = bytes - document({}).size();
    for (std::size_t i = 0;; ++i) {
        const std::string one =
            fmt::format(R"({}{{"id": "m{}", "name": "{}", "group": "{}", "role": "Thành viên", "representatives": [)"
                        R"({{"honorific": "Đồng chí", "name": "{}", "position": "Phó Chủ tịch Thường trực"}}]}})",
                        i == 0 ? "" : ",\n", i, organisation(i), word(groups, i, 0), person(i));
        if (members.size() + one.size() > room) break;
        members += one;
    }
    return document(members);
}

std::string feed_of_members(std::size_t members) {
    std::string list;
    for (std::size_t i = 0; i < members; ++i)
        list += fmt::format(R"({}{{"id": "m{}", "name": "Công đoàn cơ sở số {}"}})", i == 0 ? "" : ",\n", i, i);
    return document(list);
}

std::string bundled_feed() {
    auto bytes = read_file(Path(HALL_SOURCE_DIR) / "assets/conference/conference.json", most_document_bytes);
    if (!bytes) throw std::runtime_error(bytes.error().sentence.en);
    return *std::move(bytes);
}

}  // namespace hall::bench
