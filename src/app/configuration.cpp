#include "app/configuration.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

#include "base/text.h"
#include "link/channel.h"
#include "remote/address.h"

namespace hall {
namespace {

constexpr std::size_t largest_file = 1U << 20U;

/// Takes the value into the options; false: the value has another type or range.
using Take = std::function<bool(const toml::node&, Options&)>;

struct Setting {
    Take take;
    std::string example;    ///< a value that it takes, as the file has it
    Sentence besides = {};  ///< what more is to be said of its values; no sentence, it comes in brackets
};

Sentence in_quotes() { return {"chữ trong ngoặc kép", "text in quotes"}; }

template <class Text>
Setting text_of(Text Options::*field, const std::string& example) {
    return {[field](const toml::node& node, Options& options) {
                const auto value = node.value<std::string>();
                if (value) options.*field = *value;
                return value.has_value();
            },
            example, in_quotes()};
}

template <class Text>
Setting text_of(Text Channel::*field, const std::string& example) {
    return {[field](const toml::node& node, Options& options) {
                const auto value = node.value<std::string>();
                if (value) options.channel.*field = *value;
                return value.has_value();
            },
            example, in_quotes()};
}

Setting channel_of(std::string Channel::*field) {
    return {[field](const toml::node& node, Options& options) {
                const auto value = node.value<std::string>();
                if (!value || (!value->empty() && !channel_address(*value))) return false;
                options.channel.*field = *value;
                return true;
            },
            R"("https://server/channel")",
            {"địa chỉ đầy đủ; để trống: không", "the address in full; empty: none"}};
}

Setting flag_of(bool Options::*field) {
    return {[field](const toml::node& node, Options& options) {
                if (!node.is_boolean()) return false;
                options.*field = *node.value<bool>();
                return true;
            },
            "true",
            {"hoặc false, không có ngoặc kép", "or false, without quotes"}};
}

Setting percent_of(float Wall::*field, int most, const Sentence& unit) {
    return {
        [field, most](const toml::node& node, Options& options) {
            const auto value = node.value<double>();
            if (!value || *value < 0 || *value > most) return false;
            options.wall.*field = static_cast<float>(*value);
            return true;
        },
        "5",
        {fmt::format("số từ 0 đến {}, {}", most, unit.vi), fmt::format("a number from 0 to {}, {}", most, unit.en)}};
}

/// A text in a form of its own; an empty one says nothing. `into` finds its place in the options.
template <class Value, class Into>
Take parsed(std::optional<Value> (*parse)(const std::string&), Into into) {
    return [parse, into](const toml::node& node, Options& options) {
        const auto value = node.value<std::string>();
        if (!value) return false;
        const std::optional<Value> found = value->empty() ? std::nullopt : parse(*value);
        if (!found && !value->empty()) return false;
        into(options) = found;
        return true;
    };
}

/// "hall.toml:7"
std::string place_of(const toml::node& node) {
    const toml::source_region& source = node.source();
    return fmt::format("{}:{}", source.path ? *source.path : std::string(), source.begin.line);
}

std::string as_written(const toml::node& node) {
    std::ostringstream written;
    written << toml::default_formatter(node, toml::format_flags::none);
    return escape_for_log(written.str());
}

/// The screens that can stand alone.
std::string roles() {
    std::string names;
    for (std::size_t i = 0; i < screen_count; ++i)
        if (const std::string name = name_of(static_cast<ScreenId>(i)); role_named(name))
            names += (names.empty() ? "" : ", ") + name;
    return names;
}

/// Of [[screen]]: display = "...", show = "agenda"; "main" is the hall's own, "mc" the MC's. What is wrong with the
/// entry, which is left out then; empty where it was taken.
Sentence take_screen(const toml::node& entry, Options& options) {
    const toml::table* const table = entry.as_table();
    if (!table)
        return {as_written(entry) + " không phải {display, show}.", as_written(entry) + " is no {display, show}."};
    for (const auto& [key, value] : *table)
        if (key != "display" && key != "show")
            return {fmt::format("không có khóa “{}”; chỉ có display và show.", escape_for_log(key.str())),
                    fmt::format("there is no key \"{}\"; there are display and show.", escape_for_log(key.str()))};
    const toml::node* const display = table->get("display");
    const auto name = display ? display->value<std::string>() : std::nullopt;
    if (!name || name->empty()) {
        const std::string given = display ? as_written(*display) : "\"\"";
        return {
            fmt::format("display = {} không phải tên; ghi cổng cắm hoặc tên mà hoitruong identify cho biết.", given),
            fmt::format("display = {} is no name; write a connector or name that hoitruong identify tells.", given)};
    }
    const toml::node* const show = table->get("show");
    const std::string page = show ? show->value<std::string>().value_or(std::string()) : "main";
    const auto role = role_named(page);
    if (page == "main")
        options.display = *name;
    else if (page == "mc")
        options.mc = *name;
    else if (role)
        options.screens.push_back({*name, *role});
    else
        return {fmt::format("show = {} không dùng được; chỉ có main, mc, {}.", as_written(*show), roles()),
                fmt::format("show = {} cannot be used; there are main, mc, {}.", as_written(*show), roles())};
    return {};
}

bool take_screens(const toml::node& node, Options& options) {
    const toml::array* const list = node.as_array();
    if (!list) return false;
    options.screens.clear();
    for (std::size_t i = 0; i < list->size(); ++i) {
        const toml::node& entry = *list->get(i);
        if (const Sentence wrong = take_screen(entry, options); !wrong.empty())
            options.notes.push_back(
                {fmt::format("{}: bỏ qua mục {} của [[screen]]: {}", place_of(entry), i + 1, wrong.vi),
                 fmt::format("{}: entry {} of [[screen]] is left out: {}", place_of(entry), i + 1, wrong.en)});
    }
    return true;
}

const std::map<std::string, Setting>& keys() {
    static const std::map<std::string, Setting> table = {
        {"feed.address", text_of(&Options::feed, R"("https://example.org/conference.json")")},
        {"feed.offline", flag_of(&Options::offline)},
        {"clock.correct", flag_of(&Options::correct_clock)},
        {"feed.certificates", text_of(&Options::certificates, R"("/etc/hoitruong/ca.pem")")},
        {"feed.pins", text_of(&Options::pins, R"("sha256//...")")},
        {"feed.public_key", text_of(&Options::public_key, R"("...")")},
        {"feed.private_addresses", flag_of(&Options::private_addresses)},
        {"feed.token_file", text_of(&Options::token_file, R"("/etc/hoitruong/token")")},
        {"feed.poll",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<double>();
              if (!value || *value < 1 || *value > 3600) return false;
              options.poll = *value;
              return true;
          },
          "5",
          {"số từ 1 đến 3600, giây", "a number from 1 to 3600, seconds"}}},
        {"feed.cache", text_of(&Options::cache, R"("/var/cache/hoitruong")")},
        {"display.name", text_of(&Options::display, R"("HDMI-1")")},
        {"display.theme", text_of(&Options::theme, R"("le-dai")")},
        {"display.renderer",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<std::string>();
              if (!value || !is_renderer(*value)) return false;
              options.renderer = *value;
              return true;
          },
          R"("auto")",
          {"chỉ có " + renderer_names(), "there are " + renderer_names()}}},
        {"display.console", flag_of(&Options::console)},
        {"display.mc", text_of(&Options::mc, R"("beside")")},
        {"display.distance",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<double>();
              if (!value || *value < 4 || *value > 10) return false;
              options.distance = *value;
              return true;
          },
          "6",
          {"số từ 4 đến 10, tính bằng chiều cao hình", "a number from 4 to 10, in image heights"}}},
        {"display.reduced_motion", flag_of(&Options::reduced_motion)},
        {"display.reserve_left", percent_of(&Wall::reserve_left, 60, {"phần trăm chiều rộng", "percent of the width"})},
        {"display.reserve_bottom",
         percent_of(&Wall::reserve_bottom, 45, {"phần trăm chiều cao", "percent of the height"})},
        {"display.overscan", percent_of(&Wall::overscan, 10, {"phần trăm mỗi cạnh", "percent at every edge"})},
        {"display.region",
         {parsed(
              parse_region, [](Options & options) -> auto& { return options.wall.region; }),
          R"("0,0,1280,360")",
          {"trái, trên, rộng, cao, điểm ảnh; để trống: tất cả", "left, top, width, height in pixels; empty: all"}}},
        {"status.heartbeat", text_of(&Options::heartbeat, R"("https://example.org/alive")")},
        {"operator.remote_api",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<std::string>();
              if (!value || (!value->empty() && !parse_remote_address(*value))) return false;
              options.remote_api = *value;
              return true;
          },
          R"("127.0.0.1:8088")",
          {"để trống: không nghe", "empty: nowhere"}}},
        {"operator.call_hosts",
         {[](const toml::node& node, Options& options) {
              const toml::array* list = node.as_array();
              if (!list) return false;
              std::vector<CallHost> hosts;
              for (const toml::node& one : *list) {
                  const auto host = parse_call_host(one.value_or(std::string()));
                  if (!host) return false;
                  hosts.push_back(*host);
              }
              options.call_hosts = std::move(hosts);
              return true;
          },
          R"(["192.168.1.20:8088"])",
          {"trong ngoặc vuông, các máy cách nhau bằng dấu phẩy", "in square brackets, machines with commas between"}}},
        {"status.metrics", text_of(&Options::metrics, R"("/run/hoitruong/hoitruong.prom")")},
        {"screen", {take_screens, R"([{display = "HDMI-1", show = "main"}])"}},
        {"display.show",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<std::string>();
              if (!value || (*value != "main" && !role_named(*value))) return false;
              options.show = role_named(*value);
              return true;
          },
          R"("main")",
          {"hoặc một màn hình: " + roles(), "or one screen: " + roles()}}},
        {"display.key",
         {parsed(
              parse_key, [](Options & options) -> auto& { return options.wall.key; }),
          R"("green")",
          {R"(hoặc "blue", "#00B140"; để trống: không)", R"(or "blue", "#00B140"; empty: none)"}}},
        {"channel.follow", channel_of(&Channel::follow)},
        {"channel.publish", channel_of(&Channel::publish)},
        {"channel.name", text_of(&Channel::name, R"("Sảnh B")")},
        {"channel.token", text_of(&Channel::token, R"("/etc/hoitruong/token")")},
        {"channel.lead",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<std::int64_t>();
              if (!value || *value < 0 || *value > 1000) return false;
              options.channel.lead = static_cast<int>(*value);
              return true;
          },
          "150",
          {"số nguyên từ 0 đến 1000, mili giây", "a whole number from 0 to 1000, milliseconds"}}},
        {"operator.keys",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<std::string>();
              if (value == "all")
                  options.keys = KeySet::all;
              else if (value == "remote")
                  options.keys = KeySet::remote;
              else if (value == "none")
                  options.keys = KeySet::none;
              else
                  return false;
              return true;
          },
          R"("all")",
          {R"(hoặc "remote", "none")", R"(or "remote", "none")"}}},
        {"display.quiet",
         {parsed(
              parse_quiet_hours, [](Options & options) -> auto& { return options.quiet; }),
          R"("22:00-06:00")",
          {"để trống: không nghỉ", "empty: none"}}},
        {"display.window",
         {parsed(
              parse_size, [](Options & options) -> auto& { return options.window; }),
          R"("1280x720")",
          {"mỗi cạnh từ 64 đến 16384; để trống: toàn màn hình", "64 to 16384 a side; empty: full screen"}}},
        {"language",
         {[](const toml::node& node, Options& options) {
              const auto value = node.value<std::string>();
              if (!value || (*value != "vi" && *value != "en")) return false;
              options.language = *value == "vi" ? Language::vietnamese : Language::english;
              return true;
          },
          R"("vi")",
          {R"(hoặc "en")", R"(or "en")"}}},
    };
    return table;
}

Sentence how_to_write(std::string_view name, const Setting& setting) {
    const auto brackets = [](const std::string& words) { return words.empty() ? words : " (" + words + ")"; };
    return {fmt::format("Hãy viết {} = {}{}.", name, setting.example, brackets(setting.besides.vi)),
            fmt::format("Write {} = {}{}.", name, setting.example, brackets(setting.besides.en))};
}

std::string nearest_key(const std::string& wrong) {
    return *std::min_element(configuration_keys().begin(), configuration_keys().end(),
                             [&](const std::string& one, const std::string& other) {
                                 return edit_distance(one, wrong) < edit_distance(other, wrong);
                             });
}

void read_table(const toml::table& table, const std::string& prefix, Options& options) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string(name.str());
        if (const toml::table* inner = node.as_table()) {
            read_table(*inner, key + ".", options);
            continue;
        }
        const std::string place = place_of(node);
        const auto known = keys().find(key);
        if (known == keys().end())
            options.notes.push_back(
                {fmt::format("{}: không có khóa “{}”; có phải “{}”?", place, key, nearest_key(key)),
                 fmt::format("{}: there is no key \"{}\"; did you mean \"{}\"?", place, key, nearest_key(key))});
        else if (!known->second.take(node, options)) {
            const Sentence how = how_to_write(name.str(), known->second);
            options.notes.push_back(
                {fmt::format("{}: giá trị của “{}” không dùng được; giữ mặc định. {}", place, key, how.vi),
                 fmt::format("{}: the value of \"{}\" cannot be used; the default stays. {}", place, key, how.en)});
        }
    }
}

}  // namespace

const std::vector<std::string>& configuration_keys() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (const auto& [key, setting] : keys()) made.push_back(key);
        return made;
    }();
    return names;
}

Status read_configuration(const Path& file, Options& options) {
    const auto text = read_file(file, largest_file);
    if (!text) return text.error();
    return read_configuration_text(*text, file, options);
}

Status read_configuration_text(std::string_view text, const Path& file, Options& options) {
    try {
        read_table(toml::parse(text, file.string()), "", options);
        return Done{};
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        return fault(fmt::format("Tệp cấu hình {} sai ở dòng {}, cột {}: {}.", file.string(), at.line, at.column,
                                 error.description()),
                     fmt::format("The configuration file {} is wrong at line {}, column {}: {}.", file.string(),
                                 at.line, at.column, error.description()));
    }
}

Path kept_configuration(const Path& state) { return state / "configuration.toml"; }

void keep_configuration(const Path& file, const Path& state) {
    const auto text = read_file(file, largest_file);
    const Path kept = kept_configuration(state);
    if (const auto before = read_file(kept, largest_file); !text || (before && *before == *text)) return;
    std::error_code ignored;
    std::filesystem::create_directories(state, ignored);
    (void)write_file_atomic(kept, *text);
}

}  // namespace hall
