#include "status/play_log.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <utility>

#include "base/json.h"
#include "base/log.h"
#include "base/text.h"
#include "status/json_number.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array cause_names = {"start", "operator", "clock", "feed", "end", "call", "remark"};
constexpr std::array attendance_names = {"present", "absent", "represented", "skipped"};
constexpr std::array cover_names = {"none", "hold", "black"};
constexpr mode_t for_everyone = 0644;
constexpr std::size_t largest_log = 64U << 20U;
constexpr int most_status = 999;  // HTTP's codes have three digits

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<const char*, N>& names, const std::string& name) {
    for (std::size_t i = 0; i < N; ++i)
        if (name == names[i]) return static_cast<Enum>(i);
    return std::nullopt;
}

Path older(const Path& file) { return file.string() + ".1"; }

Error cannot_append(const Path& file) {
    const Sentence why = reason_of(errno);
    return fault(fmt::format("Không ghi được nhật ký trình chiếu {}: {}.", file.string(), why.vi),
                 fmt::format("The play log {} cannot be written: {}.", file.string(), why.en));
}

std::optional<Play> play_in(const Json& json) {
    const auto at = parse_instant(json.at("at").get<std::string>(), TimeZone());
    const auto cause = named<Cause>(cause_names, json.at("why").get<std::string>());
    const auto cover = named<Cover>(cover_names, json.at("cover").get<std::string>());
    if (!at || !cause || !cover) return std::nullopt;
    Play play{*at,
              count_in<std::size_t>(json, "step", most_steps),
              count_in<std::size_t>(json, "steps", most_steps),
              json.at("screen").get<std::string>(),
              *cover,
              *cause};
    if (play.cause == Cause::called)
        play.call = {json.at("to").get<std::string>(), count_in<int>(json, "status", most_status)};
    if (play.cause == Cause::remarked) {
        const auto attendance = named<Attendance>(attendance_names, json.at("attendance").get<std::string>());
        if (!attendance) return std::nullopt;
        play.remark = {json.at("who").get<std::string>(), *attendance};
    }
    return play;
}

Sentence cause_in_words(Cause cause) {
    switch (cause) {
        case Cause::start: return {"khởi động", "start"};
        case Cause::operated: return {"người vận hành", "operator"};
        case Cause::clock: return {"tự chạy", "clock"};
        case Cause::feed: return {"dữ liệu mới", "new content"};
        case Cause::end: return {"kết thúc", "end"};
        case Cause::called: return {"gọi máy khác", "call"};
        case Cause::remarked: return {"ghi chú về người nhận", "remark"};
    }
    return {};
}

const char* cover_in_words(Cover cover) {
    switch (cover) {
        case Cover::hold: return " [HOLD]";
        case Cover::black: return " [BLACK]";
        case Cover::none: break;
    }
    return "";
}

/// Or holds nothing yet.
bool ends_in_a_line(int file) {
    const off_t size = ::lseek(file, 0, SEEK_END);
    char last = 0;
    return size <= 0 || ::pread(file, &last, 1, size - 1) != 1 || last == '\n';
}

}  // namespace

Path play_log_file(const Path& folder) { return folder / "plays.jsonl"; }

PlayLog::PlayLog(Path file, std::size_t most_bytes) : file_(std::move(file)), most_bytes_(most_bytes) {}

void PlayLog::add(const Play& play) {
    const Status written = append(play_as_line(play) + "\n");
    const Sentence fault = written ? Sentence{} : written.error().sentence;
    if (!fault.empty() && fault != fault_) log_line(LogLevel::warning, "status", fault.en);
    fault_ = fault;
}

Status PlayLog::append(const std::string& line) {
    std::error_code ignored;
    std::filesystem::create_directories(file_.parent_path(), ignored);
    const auto size = std::filesystem::file_size(file_, ignored);
    if (!ignored && size + line.size() > most_bytes_) std::filesystem::rename(file_, older(file_), ignored);
    // One write of one line: a power cut leaves whole lines, or one that is cut and left out when read.
    const int file = ::open(file_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, for_everyone);
    if (file < 0) return cannot_append(file_);
    ::fchmod(file, for_everyone);
    const std::string whole = ends_in_a_line(file) ? line : "\n" + line;
    const bool written = ::write(file, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size());
    Status told = written ? Status(Done{}) : Status(cannot_append(file_));
    ::close(file);
    return told;
}

std::string play_as_line(const Play& play) {
    Json line{{"at", format_rfc3339(play.at)},
              {"step", play.step},
              {"steps", play.steps},
              {"screen", play.screen},
              {"cover", cover_names[static_cast<std::size_t>(play.cover)]},
              {"why", cause_names[static_cast<std::size_t>(play.cause)]}};
    if (play.cause == Cause::called) line.update(Json{{"to", play.call.to}, {"status", play.call.status}});
    if (play.cause == Cause::remarked)
        line.update(Json{{"who", play.remark.who},
                         {"attendance", attendance_names[static_cast<std::size_t>(play.remark.attendance)]}});
    return write_json(line);
}

std::optional<Play> play_from_line(const std::string& line) {
    try {
        return play_in(parse_json(line));
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const AbsurdNumber&) {
        return std::nullopt;
    }
}

std::vector<Play> read_plays(const Path& file) {
    std::vector<Play> plays;
    for (const Path& one : {older(file), file}) {
        const auto text = read_file(one, largest_log);
        if (!text) continue;
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);)
            if (auto play = play_from_line(line)) plays.push_back(*std::move(play));
    }
    return plays;
}

std::string plays_as_text(const std::vector<Play>& plays, const TimeZone& zone, Language language) {
    const std::string not_reached = Sentence{"không gọi được", "not reached"}.in(language);
    std::string text;
    for (const Play& play : plays) {
        text += format_moment(play.at, zone) + "  ";
        std::string cause = cause_in_words(play.cause).in(language);
        if (play.cause == Cause::called)
            cause += fmt::format(" {}: {}", escape_for_log(play.call.to),
                                 play.call.status == 0 ? not_reached : std::to_string(play.call.status));
        if (play.cause == Cause::remarked)
            cause += fmt::format(": {}", attendance_names[static_cast<std::size_t>(play.remark.attendance)]);
        text += fmt::format("{:>9}  {}{}  ({})\n", fmt::format("{}/{}", play.step, play.steps),
                            escape_for_log(play.screen), cover_in_words(play.cover), cause);
    }
    return text;
}

}  // namespace hall
