#include "feed/json_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bitset>
#include <cassert>
#include <iterator>

#include "base/text.h"
#include "feed/decoder.h"
#include "feed/suspect_text.h"

namespace hall {
namespace {

using simdjson::dom::element_type;

constexpr std::size_t most_keys = 64;  // of one record of the format

Sentence type_name(Value::WantedType type) {
    switch (type) {
        case Value::WantedType::text: return {"chuỗi ký tự", "text"};
        case Value::WantedType::number: return {"số", "a number"};
        case Value::WantedType::yes_or_no: return {"true hoặc false", "true or false"};
        case Value::WantedType::list: return {"danh sách [...]", "a list [...]"};
        case Value::WantedType::record: return {"đối tượng {...}", "an object {...}"};
    }
    return {};
}

Sentence type_name(element_type type) {
    switch (type) {
        case element_type::ARRAY: return {"danh sách [...]", "a list [...]"};
        case element_type::OBJECT: return {"đối tượng {...}", "an object {...}"};
        case element_type::INT64:
        case element_type::UINT64:
        case element_type::DOUBLE: return {"số", "a number"};
        case element_type::STRING: return {"chuỗi ký tự", "text"};
        case element_type::BOOL: return {"true/false", "true/false"};
        default: return {"null", "null"};
    }
}

std::string digits_of(simdjson::dom::element json) {
    if (std::int64_t whole = 0; json.get_int64().get(whole) == simdjson::SUCCESS) return fmt::format("{}", whole);
    if (std::uint64_t whole = 0; json.get_uint64().get(whole) == simdjson::SUCCESS) return fmt::format("{}", whole);
    double number = 0;
    if (json.get_double().get(number) != simdjson::SUCCESS) return {};
    return fmt::format("{}", number);
}

}  // namespace

std::string DocumentPlace::pointer() const {
    if (!parent_) return {};
    std::string path = parent_->pointer();
    path += '/';
    if (in_array_) return path + std::to_string(index_);
    // A key is the feed's own text and may hold anything; a pointer is read by people and written to logs.
    for (const char c : escape_for_log(key_)) {
        if (c == '~')
            path += "~0";
        else if (c == '/')
            path += "~1";
        else
            path += c;
    }
    return path;
}

void Value::warning(const char* code, Sentence sentence) const {
    findings_->warning(code, place_.pointer(), std::move(sentence));
}

void Value::error(const char* code, Sentence sentence) const {
    findings_->error(code, place_.pointer(), std::move(sentence));
}

void Value::wrong_type(WantedType wanted) const {
    const Sentence want = type_name(wanted), got = type_name(json_.type());
    error("type.wrong",
          {fmt::format("Cần {} nhưng ở đây là {}; mục này bị bỏ qua. Sửa lại kiểu giá trị.", want.vi, got.vi),
           fmt::format("Expected {} but found {}; this is left out. Write it as {}.", want.en, got.en, want.en)});
}

bool Value::is_number() const {
    const auto type = json_.type();
    return type == element_type::INT64 || type == element_type::UINT64 || type == element_type::DOUBLE;
}

std::size_t Value::count() const {
    simdjson::dom::array array;
    if (json_.get_array().get(array) != simdjson::SUCCESS) return 0;
    return static_cast<std::size_t>(std::distance(array.begin(), array.end()));
}

std::string Value::cleaned(std::string_view raw) const {
    if (raw.size() > most_string_bytes) {
        error("text.too-long",
              {fmt::format("Văn bản dài {} byte, quá giới hạn {} byte, bị bỏ qua. Rút ngắn lại.", raw.size(),
                           most_string_bytes),
               fmt::format("This text has {} bytes, more than the limit of {}, and is left out. Shorten it.",
                           raw.size(), most_string_bytes)});
        return {};
    }
    TextRepairs repairs;
    std::string text = clean_text(raw, &repairs);
    if (repairs.invalid_utf8)
        warning("text.invalid", {"Có ký tự hỏng (không phải Unicode), đã thay bằng �. Gõ lại văn bản này.",
                                 "Broken characters (not Unicode) were replaced by �. Type this text again."});
    if (repairs.controls)
        warning("text.hidden-characters",
                {"Có ký tự điều khiển hoặc ký tự ẩn, đã xóa. Xem lại và gõ lại văn bản này.",
                 "Control or invisible characters were removed. Look at this text and type it again."});
    if (repairs.marks)
        warning("text.too-many-marks", {"Quá nhiều dấu chồng lên một chữ, đã bỏ bớt. Gõ lại văn bản này.",
                                        "Too many marks on one letter, some were removed. Type this text again."});
    if (repairs.invalid_utf8 || repairs.marks) return text;
    auto doubt = suspect_text(text);
    if (!doubt) doubt = lost_letters(text);
    if (doubt) error(doubt->code, std::move(doubt->sentence));
    return text;
}

std::string Value::text() const {
    std::string_view raw;
    if (json_.get_string().get(raw) == simdjson::SUCCESS) return cleaned(raw);
    if (!is_number()) {
        wrong_type(WantedType::text);
        return {};
    }
    std::string digits = digits_of(json_);
    warning("type.number-as-text",
            {fmt::format("Cần chuỗi ký tự nhưng ở đây là số {}; đã dùng như văn bản. Đặt trong dấu ngoặc kép.", digits),
             fmt::format("Expected text but found the number {}; it is used as text. Put it in quotes.", digits)});
    return digits;
}

std::string Value::name() const {
    std::string name = text();
    if (auto doubt = doubtful_name(name)) error(doubt->code, std::move(doubt->sentence));
    return name;
}

std::string Value::text_or_number() const { return is_number() ? digits_of(json_) : text(); }

std::optional<double> Value::number() const {
    if (double number = 0; json_.get_double().get(number) == simdjson::SUCCESS) return number;
    if (std::string_view raw; json_.get_string().get(raw) == simdjson::SUCCESS) {
        // Digits in quotes are what spreadsheets export.
        simdjson::dom::parser parser;
        double number = 0;
        if (raw.size() < 32 &&
            parser.parse(simdjson::padded_string(raw)).get_double().get(number) == simdjson::SUCCESS) {
            warning("type.text-as-number", {"Cần số nhưng ở đây là chuỗi ký tự; đã đọc thành số. Bỏ dấu ngoặc kép.",
                                            "Expected a number but found text; it is read as one. Drop the quotes."});
            return number;
        }
    }
    wrong_type(WantedType::number);
    return std::nullopt;
}

Object::Object(const Value& value, Keys keys) : value_(value), keys_(keys) {
    if (value_.is_object())
        look_at_keys();
    else
        value_.wrong_type(Value::WantedType::record);
}

void Object::look_at_keys() const {
    std::bitset<most_keys> seen;
    assert(keys_.size() <= seen.size());
    std::vector<std::string_view> strangers;
    simdjson::dom::object object;
    if (value_.json().get_object().get(object) != simdjson::SUCCESS) return;
    for (const auto field : object) {
        const auto known = std::find(keys_.begin(), keys_.end(), field.key);
        if (known == keys_.end()) {
            if (strangers.size() < 64) strangers.push_back(field.key);
            continue;
        }
        const auto index = static_cast<std::size_t>(known - keys_.begin());
        if (seen[index])
            error("key.repeated", field.key,
                  {fmt::format("Khóa \"{}\" lặp lại trong cùng một mục; chỉ giá trị đầu tiên được dùng. Xóa một.",
                               *known),
                   fmt::format("The key \"{}\" is repeated; only the first value counts. Remove one.", *known)});
        seen[index] = true;
    }
    for (const std::string_view stranger : strangers) {
        const std::string_view nearest = nearest_name(stranger, keys_);
        if (nearest.empty()) continue;
        // A feed may well carry both "title" and its own "titles"; only a known key that is missing was misspelt.
        const auto known = std::find(keys_.begin(), keys_.end(), nearest);
        if (seen[static_cast<std::size_t>(known - keys_.begin())]) continue;
        warning("key.misspelt", stranger,
                {fmt::format("Không có khóa \"{}\", nên bị bỏ qua; có phải \"{}\"?", escape_for_log(stranger), nearest),
                 fmt::format("There is no key \"{}\", so it is ignored; is it \"{}\"?", escape_for_log(stranger),
                             nearest)});
    }
}

std::optional<Value> Object::find(std::string_view key) const {
    assert(std::find(keys_.begin(), keys_.end(), key) != keys_.end());
    simdjson::dom::object object;
    if (value_.json().get_object().get(object) != simdjson::SUCCESS) return std::nullopt;
    for (const auto field : object)
        if (field.key == key)
            return field.value.is_null() ? std::nullopt
                                         : std::optional(Value(field.value, DocumentPlace(place(), key), findings()));
    return std::nullopt;
}

std::string Object::text(std::string_view key) const {
    const auto value = find(key);
    return value ? value->text() : std::string();
}

std::string Object::name(std::string_view key) const {
    const auto value = find(key);
    return value ? value->name() : std::string();
}

std::vector<std::string> Object::texts(std::string_view key) const {
    std::vector<std::string> texts;
    for_each(key, [&](const Value& value) {
        if (std::string text = value.text(); !text.empty()) texts.push_back(std::move(text));
    });
    return texts;
}

std::optional<double> Object::number(std::string_view key) const {
    const auto value = find(key);
    return value ? value->number() : std::nullopt;
}

bool Object::flag(std::string_view key) const {
    const auto value = find(key);
    bool flag = false;
    if (value && value->json().get_bool().get(flag) != simdjson::SUCCESS)
        value->wrong_type(Value::WantedType::yes_or_no);
    return flag;
}

std::optional<Instant> Object::instant(std::string_view key, const TimeZone& zone) const {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    const auto instant = parse_instant(written, zone);
    if (!instant)
        error(
            "time.unreadable", key,
            {fmt::format("Không đọc được thời gian \"{}\". Viết dạng 2022-12-20T08:00.", escape_for_log(written)),
             fmt::format("The time \"{}\" cannot be read. Write it like 2022-12-20T08:00.", escape_for_log(written))});
    return instant;
}

std::optional<LocalTime> Object::day(std::string_view key, const TimeZone& zone) const {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    const auto day = parse_day(written, zone);
    if (!day)
        error("date.unreadable", key,
              {fmt::format("Không đọc được ngày \"{}\". Viết dạng 2022-12-20.", escape_for_log(written)),
               fmt::format("The date \"{}\" cannot be read. Write it like 2022-12-20.", escape_for_log(written))});
    return day;
}

void Object::warning(const char* code, std::string_view key, Sentence sentence) const {
    findings().warning(code, DocumentPlace(place(), key).pointer(), std::move(sentence));
}

void Object::error(const char* code, std::string_view key, Sentence sentence) const {
    findings().error(code, DocumentPlace(place(), key).pointer(), std::move(sentence));
}

void Object::unknown_word(std::string_view key, std::string_view written, Keys names) const {
    error("word.unknown", key,
          {fmt::format("Không có giá trị \"{}\". Dùng một trong: {}.", escape_for_log(written), fmt::join(names, ", ")),
           fmt::format("There is no value \"{}\". Use one of: {}.", escape_for_log(written), fmt::join(names, ", "))});
}

std::string_view nearest_name(std::string_view written, Keys names) {
    std::string_view nearest;
    std::size_t least = 3;
    for (const std::string_view name : names) {
        const std::size_t shorter = std::min(name.size(), written.size());
        if (std::max(name.size(), written.size()) - shorter > 2 || shorter < 3) continue;
        const std::size_t distance = edit_distance(written, name);
        if (distance < least && distance <= (shorter < 6 ? 1U : 2U)) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

}  // namespace hall
