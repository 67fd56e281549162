#include "feed/written_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/text.h"

namespace hall {
namespace {

constexpr std::size_t longest_moment = 96;  // bytes; nothing longer is a date or a time

struct Token {
    enum class Kind { number, word, sign } kind;
    std::string text;
    int value = 0;

    bool is(std::string_view wanted) const { return text == wanted; }
};

using Tokens = std::vector<Token>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

Tokens tokens_of(std::string_view folded) {
    Tokens found;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at + 1;
        if (is_digit(folded[at])) {
            while (end < folded.size() && is_digit(folded[end])) ++end;
            Token token{Token::Kind::number, std::string(folded.substr(at, end - at)), 0};
            std::from_chars(token.text.data(), token.text.data() + std::min<std::size_t>(token.text.size(), 9),
                            token.value);
            found.push_back(std::move(token));
        } else if (is_letter(folded[at])) {
            while (end < folded.size() && is_letter(folded[end])) ++end;
            found.push_back({Token::Kind::word, std::string(folded.substr(at, end - at))});
        } else if (folded[at] != ' ') {
            found.push_back({Token::Kind::sign, std::string(1, folded[at])});
        }
        at = end;
    }
    return found;
}

template <std::size_t count>
bool one_of(const Token& token, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), token.text) != words.end();
}

constexpr std::array<std::string_view, 4> hour_marks{":", "h", "g", "gio"};
constexpr std::array<std::string_view, 5> afternoon{"chieu", "pm", "p", "trua", "ch"};
constexpr std::array<std::string_view, 5> morning{"sang", "am", "a", "m", "sa"};
constexpr std::array<std::string_view, 3> night{"toi", "dem", "khuya"};

/// "10h đêm" is 22:00. "12h đêm" and "1h đêm" belong to the day after, which nobody wrote down: not read.
bool by_night(int& hour, bool evening) {
    const int earliest = evening ? 5 : 7;
    if (hour >= earliest && hour < 12) hour += 12;
    return hour == 0 || hour >= 17;
}

/// Takes the first "7h30", "07:30:00" or "7 giờ 30 phút" out of the tokens.
std::optional<WrittenClock> take_clock(Tokens& tokens, bool& broken, bool& half_said) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::Kind::number || !one_of(tokens[at + 1], hour_marks)) continue;
        WrittenClock clock{tokens[at].value, 0};
        std::size_t end = at + 2;
        const auto number_at = [&](std::size_t i) {
            return i < tokens.size() && tokens[i].kind == Token::Kind::number && tokens[i].text.size() <= 2;
        };
        if (number_at(end)) {
            clock.minute = tokens[end++].value;
            if (end < tokens.size() && (tokens[end].is(":") || tokens[end].is("phut") || tokens[end].is("'") ||
                                        (tokens[end].is("p") && !tokens[at + 1].is(":")))) {
                const bool seconds = tokens[end].is(":");
                ++end;
                if (seconds && number_at(end)) ++end;
                if (seconds && end + 1 < tokens.size() && tokens[end].is(".")) end += 2;  // 07:30:00.000
            }
        } else if (tokens[at + 1].is(":")) {
            broken = true;
        } else if (end < tokens.size() && tokens[end].is("ruoi")) {
            clock.minute = 30;
            ++end;
        }
        bool later = false, noon = false;
        while (end < tokens.size() && (one_of(tokens[end], afternoon) || one_of(tokens[end], morning) ||
                                       one_of(tokens[end], night) || tokens[end].is("buoi") || tokens[end].is("."))) {
            later |= one_of(tokens[end], afternoon);
            half_said |= !tokens[end].is("buoi") && !tokens[end].is(".");
            noon |= tokens[end].is("trua");
            if (one_of(tokens[end], night)) broken |= !by_night(clock.hour, tokens[end].is("toi"));
            if ((tokens[end].is("am") || tokens[end].is("sa")) && clock.hour == 12) clock.hour = 0;
            ++end;
        }
        if (later && clock.hour < (noon ? 11 : 12)) clock.hour += 12;  // 11 giờ trưa is 11:00
        broken |= clock.hour > 23 || clock.minute > 59;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                     tokens.begin() + static_cast<std::ptrdiff_t>(end));
        return clock;
    }
    return {};
}

constexpr std::array<std::string_view, 16> day_words{"thu",  "hai",  "ba",    "tu",  "nam",  "sau", "bay", "chu",
                                                     "nhat", "ngay", "thang", "luc", "sang", "t",   "cn",  "vao"};
constexpr std::array<std::string_view, 4> day_signs{"/", "-", ".", ","};

std::optional<WrittenDay> make_day(const Token& year, const Token& month, const Token& day) {
    if (month.text.size() > 2 || day.text.size() > 2 || (year.text.size() != 4 && year.text.size() != 2)) return {};
    const int century = year.text.size() == 2 ? 2000 : 0;
    const WrittenDay written{year.value + century, month.value, day.value};
    if (!parse_day(iso_day(written), TimeZone())) return {};
    return written;
}

/// What is left of the tokens must be one date and words that go with one.
std::optional<WrittenDay> take_day(const Tokens& tokens, bool& broken) {
    std::vector<const Token*> numbers;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const Token& token = tokens[at];
        if (token.kind == Token::Kind::number) {
            const bool weekday = at > 0 && (tokens[at - 1].is("thu") || (tokens[at - 1].is("t") && at == 1));
            if (!weekday) numbers.push_back(&token);
        } else if (token.kind == Token::Kind::word ? !one_of(token, day_words) : !one_of(token, day_signs)) {
            broken = true;
        }
    }
    if (numbers.empty()) return {};
    std::optional<WrittenDay> day;
    if (numbers.size() == 3)
        day = numbers[0]->text.size() == 4 ? make_day(*numbers[0], *numbers[1], *numbers[2])
                                           : make_day(*numbers[2], *numbers[1], *numbers[0]);
    broken |= !day;
    return day;
}

std::optional<WrittenMoment> moment_of(const std::string& folded) {
    if (folded.empty() || folded.size() > longest_moment) return {};
    Tokens tokens = tokens_of(folded);
    bool broken = false;
    WrittenMoment moment;
    moment.clock = take_clock(tokens, broken, moment.half_said);
    // "7.30" is a time where nothing else stands in the cell.
    if (!moment.clock && tokens.size() == 3 && tokens[1].is(".") && tokens[0].text.size() <= 2 &&
        tokens[2].text.size() == 2 && tokens[0].value < 24 && tokens[2].value < 60)
        return WrittenMoment{{}, WrittenClock{tokens[0].value, tokens[2].value}};
    moment.day = take_day(tokens, broken);
    if (broken || (!moment.day && !moment.clock)) return {};
    return moment;
}

std::string folded_with_dashes(std::string_view text) {
    std::string folded = fold(text.substr(0, longest_moment * 2));
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2192", "\u2212", "~"})
        for (std::size_t at = folded.find(dash); at != std::string::npos; at = folded.find(dash, at))
            folded.replace(at, dash.size(), "-");
    return folded;
}

}  // namespace

std::optional<WrittenMoment> read_moment(std::string_view text, const TimeZone& zone) {
    if (const auto instant = parse_instant(text, zone)) {
        const LocalTime local = zone.local(*instant);
        return WrittenMoment{WrittenDay{local.year, local.month, local.day}, WrittenClock{local.hour, local.minute}};
    }
    return moment_of(folded_with_dashes(text));
}

std::optional<WrittenSpan> read_span(std::string_view text, const TimeZone& zone) {
    if (const auto moment = read_moment(text, zone)) return WrittenSpan{*moment, {}};
    std::string folded = folded_with_dashes(text);
    if (folded.substr(0, 3) == "tu ") folded.erase(0, 3);
    for (const std::string_view between : {std::string_view("-"), std::string_view(" den ")}) {
        for (std::size_t at = folded.find(between); at != std::string::npos; at = folded.find(between, at + 1)) {
            const auto from = moment_of(folded.substr(0, at));
            const std::string rest = folded.substr(at + between.size());
            if (!from) continue;
            if (rest.find_first_not_of(' ') == std::string::npos) return WrittenSpan{*from, {}};
            if (const auto to = moment_of(rest); to && to->clock) return WrittenSpan{*from, to};
        }
    }
    return {};
}

std::optional<double> read_number(std::string_view text) {
    std::string digits;
    for (const char c : clean_text(text.substr(0, longest_moment)))
        if (c != ' ' && c != '\xC2' && c != '\xA0') digits += c;
    const auto comma = digits.rfind(','), point = digits.rfind('.');
    const bool one_comma = comma != std::string::npos && digits.find(',') == comma;
    char decimal = '.';
    if (comma != std::string::npos && (point == std::string::npos ? one_comma : comma > point)) decimal = ',';
    if (comma == std::string::npos && point != std::string::npos && digits.size() - point == 4) decimal = ',';
    std::string plain;
    for (const char c : digits) {
        if (c == decimal)
            plain += '.';
        else if (c != ',' && c != '.')
            plain += c;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(number)) return {};
    return number;
}

std::string vietnamese_number(std::string_view digits) {
    const bool negative = digits.substr(0, 1) == "-";
    if (negative) digits.remove_prefix(1);
    const auto point = std::min(digits.find('.'), digits.size());
    std::string written;
    for (std::size_t at = 0; at < point; ++at) {
        // Four digits are as often a year as a count: they stay together.
        if (at > 0 && (point - at) % 3 == 0 && point > 4) written += '.';
        written += digits[at];
    }
    if (point < digits.size()) written += ',' + std::string(digits.substr(point + 1));
    return (negative ? "-" : "") + written;
}

std::string iso_day(const WrittenDay& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

std::string iso_moment(const WrittenDay& day, const WrittenClock& clock) {
    return fmt::format("{}T{:02}:{:02}", iso_day(day), clock.hour, clock.minute);
}

}  // namespace hall
