#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "app/bench_command.h"
#include "app/command_line.h"
#include "app/configuration.h"
#include "app/desk.h"
#include "app/identify_command.h"
#include "app/options.h"
#include "app/proofs.h"
#include "app/seal_commands.h"
#include "app/secrets.h"
#include "app/setup.h"
#include "app/sheet_command.h"
#include "app/show_loop.h"
#include "app/sign.h"
#include "app/status_commands.h"
#include "base/log.h"
#include "draw/fonts.h"
#include "platform/paths.h"
#include "platform/picture_apart.h"
#include "platform/session.h"
#include "status/last_word.h"

namespace {

std::optional<std::string> environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

std::vector<std::string> names_in_environment() {
    std::vector<std::string> names;
    for (char** one = environ; *one != nullptr; ++one) {
        const std::string_view both = *one;
        names.emplace_back(both.substr(0, both.find('=')));
    }
    return names;
}

/// What ends a show before its picture is for `status` too.
void leave_word_of_a_show(const std::vector<std::string>& arguments, const hall::Paths& paths,
                          const hall::Sentence& why) {
    const auto said = hall::read_command_line(arguments);
    const bool of_a_show =
        said ? said->command == hall::CommandName::show : arguments.empty() || arguments.front() == "show";
    if (of_a_show)
        (void)hall::leave_last_word(paths.runtime,
                                    {why, std::chrono::floor<hall::Milliseconds>(std::chrono::system_clock::now())});
}

hall::Exit run(const std::vector<std::string>& arguments) {
    using namespace hall;
    const Paths paths = find_paths();
    auto options =
        read_options(arguments, environment, paths.config, service_configuration, kept_configuration(paths.state));
    if (!options) {
        // Which language was wanted may be what could not be read, so both.
        const Sentence& sentence = options.error().sentence;
        const std::string_view priority = journal_priority(LogLevel::error);
        fmt::print(stderr, "{0}{1}\n{0}{2}\n", priority, sentence.vi, sentence.en);
        leave_word_of_a_show(arguments, paths, sentence);
        return Exit::usage;
    }
    for (Sentence& note : unknown_variables(names_in_environment())) options->notes.push_back(std::move(note));
    const auto say = [&](LogLevel level, const Sentence& sentence) {
        fmt::print(stderr, "{}{}\n", journal_priority(level), sentence.in(options->language));
    };
    for (const Sentence& note : options->notes) say(LogLevel::warning, note);
    if (!options->text.empty()) {
        fmt::print("{}", options->text);
        return Exit::done;
    }
    if (options->command == CommandName::setup) return run_setup(*options, paths);
    if (options->command == CommandName::status) return run_status(*options, paths);
    if (options->command == CommandName::log) return run_log(*options, paths);
    if (options->command == CommandName::make_template) return run_template(*options);
    const std::size_t told = options->notes.size();
    const Status loaded = load_secrets(*options);
    for (std::size_t i = told; i < options->notes.size(); ++i) say(LogLevel::warning, options->notes[i]);
    if (!loaded) {
        say(LogLevel::error, loaded.error().sentence);
        leave_word_of_a_show(arguments, paths, loaded.error().sentence);
        return Exit::usage;
    }
    if (options->command == CommandName::show && options->configuration == paths.config)
        keep_configuration(paths.config, paths.state);
    if (options->command == CommandName::seal) return run_seal(*options, paths.cache);
    if (options->command == CommandName::unseal) return run_unseal(*options, paths.cache);
    if (options->command == CommandName::sign) return run_sign(*options);
    if (options->command == CommandName::compare) return run_compare(*options, paths.cache);
    if (options->feed.empty()) options->feed = (paths.assets / "conference").string();

    auto phrases = Phrases::load(paths.assets / "phrases.txt");
    auto fonts = Fonts::load(paths.fonts, phrases ? *std::move(phrases) : Phrases());
    if (!fonts) {
        say(LogLevel::error, fonts.error().sentence);
        return Exit::failed;
    }
    Session::start_no_bus();
    if (!options->console) Session::compose_no_letters();
    switch (options->command) {
        case CommandName::check: return run_check(*options, paths.cache, *fonts);
        case CommandName::bench: return run_bench(*options, paths, *fonts);
        case CommandName::identify: return run_identify(*options, *fonts);
        case CommandName::sheet: return run_sheet(*options, paths, *fonts);
        case CommandName::snapshot: return run_snapshot(*options, paths.cache, *fonts);
        default: return run_show(*options, paths, *fonts);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1] == std::string_view(hall::picture_command)) return hall::run_picture_child();
    return static_cast<int>(run({argv + 1, argv + argc}));
}
