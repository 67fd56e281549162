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

Take text_into(std::string Options::*field) {
    return [field](const toml::node& node, Options& options) {
        const auto value = node.value<std::string>();
        if (value) options.*field = *value;
        return value.has_value();
    };
}

Take channel_into(std::string Channel::*field) {
    return [field](const toml::node& node, Options& options) {
        const auto value = node.value<std::string>();
        if (!value || (!value->empty() && !channel_address(*value))) return false;
        options.channel.*field = *value;
        return true;
    };
}

Take flag_into(bool Options::*field) {
    return [field](const toml::node& node, Options& options) {
        if (!node.is_boolean()) return false;
        options.*field = *node.value<bool>();
        return true;
    };
}

Take text_into(std::string Channel::*field) {
    return [field](const toml::node& node, Options& options) {
        const auto value = node.value<std::string>();
        if (value) options.channel.*field = *value;
        return value.has_value();
    };
}

Take percent_into(float Wall::*field, double most) {
    return [field, most](const toml::node& node, Options& options) {
        const auto value = node.value<double>();
        if (!value || *value < 0 || *value > most) return false;
        options.wall.*field = static_cast<float>(*value);
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

/// What `show` of a [[screen]] may be.
std::string roles() {
    std::string names = "main, mc";
    for (std::size_t i = 0; i < screen_count; ++i)
        if (const std::string name = name_of(static_cast<ScreenId>(i)); role_named(name)) names += ", " + name;
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
        return {fmt::format("show = {} không dùng được; chỉ có {}.", as_written(*show), roles()),
                fmt::format("show = {} cannot be used; there are {}.", as_written(*show), roles())};
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

const std::map<std::string, Take>& keys() {
    static const std::map<std::string, Take> table = {
        {"feed.address", text_into(&Options::feed)},
        {"feed.offline", flag_into(&Options::offline)},
        {"clock.correct", flag_into(&Options::correct_clock)},
        {"feed.certificates", text_into(&Options::certificates)},
        {"feed.pins", text_into(&Options::pins)},
        {"feed.public_key", text_into(&Options::public_key)},
        {"feed.private_addresses", flag_into(&Options::private_addresses)},
        {"feed.token_file",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (value) options.token_file = *value;
             return value.has_value();
         }},
        {"feed.poll",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<double>();
             if (!value || *value < 1 || *value > 3600) return false;
             options.poll = *value;
             return true;
         }},
        {"feed.cache",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (value) options.cache = *value;
             return value.has_value();
         }},
        {"display.name", text_into(&Options::display)},
        {"display.theme", text_into(&Options::theme)},
        {"display.renderer",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || !is_renderer(*value)) return false;
             options.renderer = *value;
             return true;
         }},
        {"display.console", flag_into(&Options::console)},
        {"display.mc", text_into(&Options::mc)},
        {"display.distance",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<double>();
             if (!value || *value < 4 || *value > 10) return false;
             options.distance = *value;
             return true;
         }},
        {"display.reduced_motion", flag_into(&Options::reduced_motion)},
        {"display.reserve_left", percent_into(&Wall::reserve_left, 60)},
        {"display.reserve_bottom", percent_into(&Wall::reserve_bottom, 45)},
        {"display.overscan", percent_into(&Wall::overscan, 10)},
        {"display.region",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (!value->empty() && !parse_region(*value))) return false;
             options.wall.region = value->empty() ? std::nullopt : parse_region(*value);
             return true;
         }},
        {"status.heartbeat", text_into(&Options::heartbeat)},
        {"operator.remote_api",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (!value->empty() && !parse_remote_address(*value))) return false;
             options.remote_api = *value;
             return true;
         }},
        {"operator.call_hosts",
         [](const toml::node& node, Options& options) {
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
         }},
        {"status.metrics",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (value) options.metrics = *value;
             return value.has_value();
         }},
        {"screen", take_screens},
        {"display.show",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (*value != "main" && !role_named(*value))) return false;
             options.show = role_named(*value);
             return true;
         }},
        {"display.key",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (!value->empty() && !parse_key(*value))) return false;
             options.wall.key = value->empty() ? std::nullopt : parse_key(*value);
             return true;
         }},
        {"channel.follow", channel_into(&Channel::follow)},
        {"channel.publish", channel_into(&Channel::publish)},
        {"channel.name", text_into(&Channel::name)},
        {"channel.token",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (value) options.channel.token = *value;
             return value.has_value();
         }},
        {"channel.lead",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::int64_t>();
             if (!value || *value < 0 || *value > 1000) return false;
             options.channel.lead = static_cast<int>(*value);
             return true;
         }},
        {"operator.keys",
         [](const toml::node& node, Options& options) {
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
         }},
        {"display.quiet",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (!value->empty() && !parse_quiet_hours(*value))) return false;
             options.quiet = value->empty() ? std::nullopt : parse_quiet_hours(*value);
             return true;
         }},
        {"display.window",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (!value->empty() && !parse_size(*value))) return false;
             options.window = value->empty() ? std::nullopt : parse_size(*value);
             return true;
         }},
        {"language",
         [](const toml::node& node, Options& options) {
             const auto value = node.value<std::string>();
             if (!value || (*value != "vi" && *value != "en")) return false;
             options.language = *value == "vi" ? Language::vietnamese : Language::english;
             return true;
         }},
    };
    return table;
}

/// What a key takes, where its place in the shipped file is not all there is to say; empty elsewhere.
Sentence what_there_is(const std::string& key) {
    if (key == "display.renderer") return {" Chỉ có " + renderer_names() + ".", " There are " + renderer_names() + "."};
    if (key == "operator.remote_api") return {" Hãy viết như 127.0.0.1:8088.", " Write it like 127.0.0.1:8088."};
    if (key == "channel.follow" || key == "channel.publish")
        return {" Hãy ghi đủ dạng https://máy-chủ/kênh.", " Write it in full as https://server/channel."};
    return {};
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
        else if (!known->second(node, options))
            options.notes.push_back({fmt::format("{}: giá trị của “{}” không dùng được; giữ mặc định.{}", place, key,
                                                 what_there_is(key).vi),
                                     fmt::format("{}: the value of \"{}\" cannot be used; the default stays.{}", place,
                                                 key, what_there_is(key).en)});
    }
}

}  // namespace

const std::vector<std::string>& configuration_keys() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (const auto& [key, take] : keys()) made.push_back(key);
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
