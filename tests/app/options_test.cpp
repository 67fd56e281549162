/// Command line over environment over file; keys to commands; the saved place.
#include <gtest/gtest.h>

#include <map>

#include "app/command_line.h"
#include "app/configuration.h"
#include "app/keys.h"
#include "app/options.h"
#include "app/resume.h"
#include "app/secrets.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

Environment environment_of(std::map<std::string, std::string> values) {
    return [values = std::move(values)](const std::string& name) -> std::optional<std::string> {
        const auto found = values.find(name);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    };
}

Result<Options> read(const std::vector<std::string>& arguments) {
    return read_options(arguments, environment_of({}), "/nowhere");
}

TEST(Options, the_command_line_wins_over_the_environment_and_that_over_the_file) {
    const test::TemporaryFolder folder;
    const auto file = folder.write("a.toml", "[feed]\naddress = \"file\"\npoll = 9\n[display]\ntheme = \"file\"\n");
    const auto environment = environment_of({{"HOITRUONG_FEED", "environment"}, {"HOITRUONG_THEME", "le-dai"}});
    const auto options = read_options({"show", "line", "--config", file.string()}, environment, "/nowhere");
    ASSERT_TRUE(options);
    EXPECT_EQ(options->feed, "line");
    EXPECT_EQ(options->theme, "le-dai");
    EXPECT_EQ(options->poll, 9);
    EXPECT_TRUE(options->notes.empty());
}

TEST(Options, show_is_the_default_command) {
    const auto options = read_options({"--window", "1280x720", "conference.json"}, environment_of({}), "/nowhere");
    ASSERT_TRUE(options);
    EXPECT_EQ(options->command, CommandName::show);
    EXPECT_EQ(options->feed, "conference.json");
    EXPECT_EQ(options->window, (Size{1280, 720}));
}

TEST(Options, whoever_names_no_other_command_runs_a_show) {
    using Words = std::vector<std::string>;
    for (const Words& words : {Words{}, Words{"/srv/feed"}, Words{"--config", "F"}, Words{"--lang", "en", "show", "F"},
                               Words{"feed"}, Words{"--unknown"}, Words{"show", "check"}})
        EXPECT_TRUE(names_show(words)) << testing::PrintToString(words);
    for (const Words& words :
         {Words{"check", "show"}, Words{"bench", "feed"}, Words{"status"}, Words{"log", "--json"}, Words{"setup"},
          Words{"snapshot", "show", "--out", "a.png"}, Words{"identify"}, Words{"decode-one-picture"}})
        EXPECT_FALSE(names_show(words)) << testing::PrintToString(words);
}

TEST(Options, of_a_slip_in_a_command_the_word_is_named_with_the_nearest) {
    struct Slip {
        std::vector<std::string> typed;
        const char* word;
        const char* nearest;
    };
    for (const Slip& slip :
         {Slip{{"shwo", "feed"}, "“shwo”", "“show”"}, Slip{{"chek", "feed", "--json"}, "“chek”", "“check”"},
          Slip{{"shwo", "--windw", "960x540"}, "“shwo”", "“show”"},
          Slip{{"show", "feed", "--windw", "960x540"}, "“--windw”", "“--window”"},
          Slip{{"show", "feed", "--windw=960x540"}, "“--windw”", "“--window”"},
          Slip{{"show", "--ofline", "feed", "more"}, "“--ofline”", "“--offline”"},
          Slip{{"feed.json", "--thmee", "dem"}, "“--thmee”", "“--theme”"},
          Slip{{"snapshot", "feed", "--ot", "pages"}, "“--ot”", "“--out”"},
          Slip{{"status", "--frames"}, "“--frames”", "hoitruong help status"},
          Slip{{"show", "feed.json", "more"}, "“more”", "--help"}}) {
        const auto options = read(slip.typed);
        ASSERT_FALSE(options) << slip.word;
        for (const std::string& said : {options.error().sentence.vi, options.error().sentence.en}) {
            EXPECT_NE(said.find(slip.word), said.npos) << said;
            EXPECT_NE(said.find(slip.nearest), said.npos) << said;
        }
    }
}

TEST(Options, messages_follow_the_locale_and_the_wish) {
    EXPECT_EQ(read_options({}, environment_of({{"LANG", "vi_VN.UTF-8"}}), "/nowhere")->language, Language::vietnamese);
    EXPECT_EQ(read_options({}, environment_of({{"LANG", "C"}}), "/nowhere")->language, Language::english);
    EXPECT_EQ(read_options({"--lang", "vi"}, environment_of({{"LANG", "C"}}), "/nowhere")->language,
              Language::vietnamese);
}

TEST(Options, sizes_are_read_strictly) {
    EXPECT_EQ(parse_size("3840x2160"), (Size{3840, 2160}));
    for (const char* wrong : {"", "x", "1280", "1280x", "1280x720p", "0x0", "1280x-720", "99999x10"})
        EXPECT_FALSE(parse_size(wrong)) << wrong;
}

TEST(Options, a_wall_may_be_a_region_with_room_for_flags_and_people) {
    const auto options = read({"show", "--region", "64,0,1280,360", "--reserve-left", "20", "--overscan", "2.5"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->wall, (Wall{20, 0, 2.5F, Region{64, 0, {1280, 360}}}));
    for (const char* wrong : {"0,0,1280", "-1,0,1280,360", "0,0,10,10", "0,0,1280,360,1", "a"})
        EXPECT_FALSE(read({"show", "--region", wrong})) << wrong;
    EXPECT_FALSE(read({"show", "--reserve-bottom", "46"}));
    EXPECT_EQ(read({"check", "feed.json", "--reserve-bottom", "30"})->wall.reserve_bottom, 30);
}

TEST(Options, papers_are_pdfs_and_press_pictures_are_not) {
    EXPECT_TRUE(read({"sheet", "a.json", "--out", "order.pdf"}));
    EXPECT_TRUE(read({"sheet", "a.json", "--kind", "press", "--out", "pictures"}));
    for (const char* kind : {"order", "plates", "labels"}) {
        const auto options = read({"sheet", "a.json", "--kind", kind, "--out", "order.png"});
        ASSERT_FALSE(options) << kind;
        EXPECT_NE(options.error().sentence.en.find("order.pdf"), std::string::npos) << options.error().sentence.en;
    }
}

TEST(Options, a_key_colour_has_a_name_or_is_written_out) {
    EXPECT_FALSE(read({"show"})->wall.key);
    EXPECT_EQ(read({"show", "--key", "green"})->wall.key, 0x00B140U);
    EXPECT_EQ(read({"show", "--key", "#0047bb"})->wall.key, read({"show", "--key", "blue"})->wall.key);
    for (const char* wrong : {"red", "#00", "00B1400", "#00B14G", "#00B1400"})
        EXPECT_FALSE(read({"show", "--key", wrong})) << wrong;
}

TEST(Options, snapshot_takes_every_theme_and_show_does_not) {
    EXPECT_TRUE(read({"snapshot", "feed.json", "--out", "a.png", "--theme", "all"})->notes.empty());
    const auto options = read({"show", "--theme", "all"});
    ASSERT_EQ(options->notes.size(), 1U);
    for (const std::string& said : {options->notes[0].vi, options->notes[0].en})
        EXPECT_NE(said.find("le-dai, dem, nga."), said.npos) << said;
}

TEST(Options, a_machine_that_is_configured_without_a_feed_is_told_so) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("a.toml", "[display]\nname = \"\"\n").string();
    ASSERT_EQ(read({"show", "--config", file})->notes.size(), 1U);
    EXPECT_TRUE(read({"show", "feed.json", "--config", file})->notes.empty());
    EXPECT_TRUE(read({"show"})->notes.empty()) << "the first try needs no configuration";
}

TEST(Options, check_takes_the_feed_that_is_configured_where_none_is_named) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("a.toml", "[feed]\naddress = \"file\"\n").string();
    const std::string none = folder.write("b.toml", "[display]\nname = \"\"\n").string();
    const auto feed_of = [&](const std::vector<std::string>& words, std::map<std::string, std::string> environment,
                             const Path& own, const Path& services = {}) {
        const auto options = read_options(words, environment_of(std::move(environment)), own, services);
        return options ? options->feed : "refused: " + options.error().sentence.en;
    };
    EXPECT_EQ(feed_of({"check"}, {}, file), "file");
    EXPECT_EQ(feed_of({"check", "line"}, {}, file), "line");
    EXPECT_EQ(feed_of({"check", "--config", file}, {}, "/nowhere"), "file");
    EXPECT_EQ(feed_of({"check"}, {{"HOITRUONG_FEED", "environment"}}, file), "environment");
    EXPECT_EQ(feed_of({"check"}, {}, "/nowhere", file), "file") << "the service's, whoever asks";
    EXPECT_EQ(feed_of({"check"}, {}, none, file).find("refused: No feed is named"), 0U) << "it has its own";
    EXPECT_EQ(feed_of({"check"}, {}, "/nowhere").find("refused: No feed is named"), 0U);
    EXPECT_EQ(feed_of({"snapshot", "--out", "a.png"}, {}, file).find("refused: "), 0U);
}

TEST(Options, a_show_whose_own_file_is_broken_goes_on_with_what_was_read_before) {
    const test::TemporaryFolder folder;
    const Path kept = folder.path() / "state/configuration.toml";
    const Path own = folder.write("hoitruong.toml", "[feed]\naddress = \"ours\"\n");
    const auto start = [&](const std::vector<std::string>& words) {
        return read_options(words, environment_of({}), own, {}, kept);
    };
    keep_configuration(start({})->configuration, folder.path() / "state");
    ASSERT_EQ(kept, kept_configuration(folder.path() / "state"));
    for (const char* wrong :
         {"[feed\naddress = \"ours\"\n", "[channel]\nfollow = \"https://a/b\"\npublish = \"https://a/c\"\n"}) {
        folder.write("hoitruong.toml", wrong);
        const auto shown = start({});
        ASSERT_TRUE(shown) << wrong;
        EXPECT_EQ(shown->feed, "ours");
        EXPECT_EQ(shown->configuration, kept);
        ASSERT_EQ(shown->notes.size(), 1U);
        EXPECT_NE(shown->notes[0].en.find("what was read before"), std::string::npos) << shown->notes[0].en;
        EXPECT_FALSE(start({"check", "feed.json"})) << "somebody is there to mend it";
        EXPECT_FALSE(start({"show", "--config", own.string()})) << "somebody named it";
        EXPECT_FALSE(start({"show", "--windw", "1x1"}));
    }
    folder.write("hoitruong.toml", "[feed\n");
    std::filesystem::remove(kept);
    const auto bare = start({"show"});
    ASSERT_TRUE(bare);
    EXPECT_TRUE(bare->feed.empty());
    ASSERT_EQ(bare->notes.size(), 1U);
    EXPECT_NE(bare->notes[0].en.find("line 1"), std::string::npos) << bare->notes[0].en;
    EXPECT_NE(bare->notes[0].en.find("the defaults hold"), std::string::npos) << bare->notes[0].en;
}

TEST(Options, a_variable_that_is_none_is_told_with_the_nearest_that_is_one) {
    EXPECT_TRUE(unknown_variables({"HOITRUONG_THEME", "HOITRUONG_HOME", "HOITRUONG_REMOTE_TOKEN", "PATH"}).empty());
    const auto notes = unknown_variables({"HOITRUONG_THEME", "HOITRUONG_THEM"});
    ASSERT_EQ(notes.size(), 1U);
    for (const std::string& said : {notes[0].vi, notes[0].en})
        for (const char* part : {"HOITRUONG_THEM", "HOITRUONG_THEME"})
            EXPECT_NE(said.find(part), std::string::npos) << said;
}

TEST(Configuration, an_unknown_key_is_told_with_the_nearest_known_one) {
    const test::TemporaryFolder folder;
    Options options;
    ASSERT_TRUE(read_configuration(folder.write("a.toml", "[display]\nthem = \"x\"\n"), options));
    ASSERT_EQ(options.notes.size(), 1U);
    EXPECT_NE(options.notes[0].en.find("display.theme"), std::string::npos) << options.notes[0].en;
    EXPECT_NE(options.notes[0].en.find(":2"), std::string::npos) << options.notes[0].en;
}

TEST(Configuration, a_value_of_the_wrong_kind_is_told_and_the_default_stays) {
    const test::TemporaryFolder folder;
    Options options;
    ASSERT_TRUE(read_configuration(folder.write("a.toml", "[feed]\npoll = 0\noffline = \"yes\"\n"), options));
    EXPECT_EQ(options.notes.size(), 2U);
    EXPECT_EQ(options.poll, 5);
    EXPECT_FALSE(options.offline);
}

TEST(Configuration, of_a_value_that_cannot_be_used_every_key_says_what_it_takes) {
    const test::TemporaryFolder folder;
    const auto notes_of = [&](const std::string& key, const std::string& value) {
        const std::size_t dot = key.find('.');
        const std::string table = dot == key.npos ? "" : "[" + key.substr(0, dot) + "]\n";
        Options options;
        EXPECT_TRUE(read_configuration(folder.write("a.toml", table + key.substr(dot + 1) + " = " + value), options));
        return options.notes;
    };
    for (const std::string& key : configuration_keys()) {
        const auto notes = notes_of(key, "2022-12-20");
        ASSERT_EQ(notes.size(), 1U) << key;
        for (const auto& [said, write] : {std::pair{notes[0].vi, "Hãy viết "}, {notes[0].en, "Write "}}) {
            const std::string begin = write + key.substr(key.find('.') + 1) + " = ";
            const std::size_t at = said.find(begin);
            ASSERT_NE(at, said.npos) << said;
            const std::string rest = said.substr(at + begin.size());
            const std::string example = rest.substr(0, std::min(rest.find(" ("), rest.size() - 1));
            EXPECT_TRUE(notes_of(key, example).empty()) << said;
        }
    }
}

TEST(Configuration, a_wrong_word_leaves_the_hall_its_default_and_is_told_with_what_there_is) {
    struct Wrong {
        const char* text;
        const char* key;
        const char* there_is;
    };
    for (const Wrong& wrong : {Wrong{"[display]\nrenderer = \"vulkan\"\n", "display.renderer", "opengles2"},
                               Wrong{"[operator]\nremote_api = \"foo\"\n", "operator.remote_api", "127.0.0.1:8088"},
                               Wrong{"[channel]\nfollow = \"abc\"\n", "channel.follow", "https://"},
                               Wrong{"[channel]\npublish = \"abc\"\n", "channel.publish", "https://"}}) {
        const test::TemporaryFolder folder;
        const std::string file = folder.write("a.toml", wrong.text).string();
        const auto options = read({"show", "feed.json", "--config", file});
        ASSERT_TRUE(options) << wrong.text << options.error().sentence.en;
        EXPECT_EQ(options->renderer, "auto");
        EXPECT_TRUE(options->remote_api.empty());
        EXPECT_EQ(options->channel, Channel());
        ASSERT_EQ(options->notes.size(), 1U) << wrong.text;
        for (const std::string& said : {options->notes[0].vi, options->notes[0].en})
            for (const char* part : {"a.toml:2", wrong.key, wrong.there_is})
                EXPECT_NE(said.find(part), std::string::npos) << said;
    }
    const test::TemporaryFolder folder;
    const std::string file = folder.write("a.toml", "[display]\nrenderer = \"vulkan\"\n").string();
    EXPECT_EQ(read({"show", "--config", file, "--renderer", "software"})->renderer, "software");
}

TEST(Configuration, to_follow_and_to_publish_is_refused_by_the_names_of_both_keys) {
    const test::TemporaryFolder folder;
    const std::string file =
        folder.write("a.toml", "[channel]\nfollow = \"https://a/b\"\npublish = \"https://a/b\"\n").string();
    const auto options = read({"show", "--config", file});
    ASSERT_FALSE(options);
    const Sentence& said = options.error().sentence;
    for (const std::string& one : {said.vi, said.en})
        for (const char* part : {"channel.follow", "channel.publish"})
            EXPECT_NE(one.find(part), std::string::npos) << one;
    EXPECT_EQ(said.vi.find("Lệnh không đúng"), std::string::npos) << "no command line was wrong";
}

TEST(Options, a_wrong_command_line_is_answered_in_one_language_a_line) {
    const std::vector<std::vector<std::string>> wrong = {{"show", "--renderer", "vulkan"},
                                                         {"show", "--remote-api", "foo"},
                                                         {"show", "--at", "hôm qua"},
                                                         {"show", "--window", "12"},
                                                         {"show", "--region", "a"},
                                                         {"show", "--key", "red"},
                                                         {"show", "--show", "award-x"},
                                                         {"show", "--call-host", "a/b"},
                                                         {"show", "--windw", "1x1"},
                                                         {"snapshot", "feed.json"},
                                                         {"show", "--poll", "abc"},
                                                         {"show", "--distance", "99"},
                                                         {"show", "--poll"},
                                                         {"sheet", "feed.json", "--out", "a"}};
    for (const auto& words : wrong) {
        const auto options = read(words);
        ASSERT_FALSE(options) << words.back();
        const std::string& said = options.error().sentence.vi;
        EXPECT_EQ(said.find("Lệnh không đúng: "), 0U) << said;
        for (const char* english : {" is ", "there ", "write", "not ", "Value", "required", "convert", "The "})
            EXPECT_EQ(said.find(english), std::string::npos) << said;
    }
    EXPECT_NE(read({"show", "--windw", "1x1"}).error().sentence.vi.find("--windw"), std::string::npos);
    EXPECT_NE(read({"snapshot", "a"}).error().sentence.vi.find("--out"), std::string::npos);
    EXPECT_NE(read({"show", "--poll", "abc"}).error().sentence.vi.find("--poll"), std::string::npos);
    EXPECT_NE(read({"show", "--poll", "abc"}).error().sentence.en.find("abc"), std::string::npos);
}

TEST(Secrets, a_feeds_token_that_cannot_be_read_is_told_by_its_key_and_a_channels_is_needed) {
    const test::TemporaryFolder folder;
    const std::string nowhere = (folder.path() / "token").string();
    const auto names = [&](const Sentence& said, const std::string& key) {
        return said.vi.find(key) != std::string::npos && said.en.find(key) != std::string::npos &&
               said.vi.find("chown hoitruong " + nowhere) != std::string::npos &&
               said.en.find("chown hoitruong " + nowhere) != std::string::npos;
    };
    Options show;
    show.token_file = nowhere;
    ASSERT_TRUE(load_secrets(show)) << "what is kept on the machine is shown";
    ASSERT_EQ(show.notes.size(), 1U);
    EXPECT_TRUE(names(show.notes[0], "feed.token_file")) << show.notes[0].en;
    Options check = show;
    check.command = CommandName::check;
    const Status refused = load_secrets(check);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(names(refused.error().sentence, "feed.token_file")) << refused.error().sentence.en;
    Options screen;
    screen.channel.token = nowhere;
    EXPECT_TRUE(load_secrets(screen)) << "it is on no channel";
    screen.channel.follow = "https://example.org/channel";
    const Status deaf = load_secrets(screen);
    ASSERT_FALSE(deaf);
    EXPECT_TRUE(names(deaf.error().sentence, "channel.token")) << deaf.error().sentence.en;
    folder.write("token", "abc\n");
    std::filesystem::permissions(nowhere, std::filesystem::perms::owner_read);
    Options well;
    well.token_file = nowhere;
    ASSERT_TRUE(load_secrets(well));
    EXPECT_EQ(well.token, "abc");
    EXPECT_TRUE(well.notes.empty());
}

TEST(Configuration, an_unreadable_file_is_an_error_with_its_line) {
    const test::TemporaryFolder folder;
    Options options;
    const auto read = read_configuration(folder.write("a.toml", "[feed]\naddress = \n"), options);
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().sentence.en.find("line 2"), std::string::npos) << read.error().sentence.en;
}

TEST(Configuration, the_shipped_file_shows_every_key_and_only_those) {
    Options options;
    const Path file = Path(HALL_SOURCE_DIR) / "assets" / "hoitruong.toml";
    ASSERT_TRUE(read_configuration(file, options));
    EXPECT_TRUE(options.notes.empty());
    const auto text = *read_file(file, 1U << 20U);
    for (const std::string& key : configuration_keys()) {
        const std::string name = key.substr(key.find('.') + 1);
        const bool shown = text.find("\n" + name + " = ") != std::string::npos ||
                           text.find("\n# " + name + " = ") != std::string::npos;
        EXPECT_TRUE(shown) << key;
    }
}

Event key(Key which) {
    Event event;
    event.kind = EventKind::key;
    event.key = which;
    return event;
}

TEST(Keys, keyboard_and_remote_speak_the_same_verbs) {
    Keys keys;
    for (const Key next : {Key::space, Key::page_down, Key::right})
        EXPECT_EQ(keys.press(key(next), Milliseconds(0)).command->verb, Verb::next);
    for (const Key back : {Key::page_up, Key::left})
        EXPECT_EQ(keys.press(key(back), Milliseconds(0)).command->verb, Verb::back);
    for (const Key black : {Key::b, Key::period})
        EXPECT_EQ(keys.press(key(black), Milliseconds(0)).command->verb, Verb::black);
    EXPECT_EQ(keys.press(key(Key::h), Milliseconds(0)).command->verb, Verb::hold);
    EXPECT_EQ(keys.press(key(Key::l), Milliseconds(0)).command->verb, Verb::lower_third);
    EXPECT_EQ(keys.press(key(Key::a), Milliseconds(0)).command->verb, Verb::automatic);
    EXPECT_TRUE(keys.press(key(Key::r), Milliseconds(0)).refresh);
    for (const Key nothing : {Key::f5, Key::escape, Key::enter, Key::q})
        EXPECT_FALSE(keys.press(key(nothing), Milliseconds(0)).command);
}

TEST(Keys, a_number_and_enter_jump_as_operators_count) {
    Keys keys;
    EXPECT_FALSE(keys.press(key(Key::digit_1), Milliseconds(0)).command);
    keys.press(key(Key::digit_2), Milliseconds(0));
    EXPECT_EQ(keys.typed(), "12");
    const auto wish = keys.press(key(Key::enter), Milliseconds(0));
    ASSERT_TRUE(wish.command);
    EXPECT_EQ(wish.command->verb, Verb::jump);
    EXPECT_EQ(wish.command->step, 11U);
    keys.press(key(Key::digit_0), Milliseconds(0));
    const auto nowhere = keys.press(key(Key::enter), Milliseconds(0));
    ASSERT_TRUE(nowhere.command) << "the desk answers that there is no step 0";
    EXPECT_EQ(nowhere.command->step + 1, 0U);
    keys.press(key(Key::digit_7), Milliseconds(0));
    EXPECT_FALSE(keys.press(key(Key::enter), Milliseconds(5001)).command) << "digits left alone are forgotten";
}

TEST(Keys, key_repeat_does_nothing_and_only_control_q_quits) {
    Keys keys;
    Event held = key(Key::space);
    held.repeat = true;
    EXPECT_FALSE(keys.press(held, Milliseconds(0)).command);
    Event quit = key(Key::q);
    EXPECT_FALSE(keys.press(quit, Milliseconds(0)).quit);
    quit.control = true;
    EXPECT_TRUE(keys.press(quit, Milliseconds(0)).quit);
}

TEST(Keys, hold_and_black_work_with_control_while_somebody_types) {
    Keys keys;
    Event pressed = key(Key::b);
    pressed.control = true;
    EXPECT_EQ(keys.press(pressed, Milliseconds(0)).command->verb, Verb::black);
    pressed.key = Key::h;
    EXPECT_EQ(keys.press(pressed, Milliseconds(0)).command->verb, Verb::hold);
}

TEST(Options, whom_the_rundown_may_call_is_the_operators_word) {
    EXPECT_TRUE(read({"show"})->call_hosts.empty());
    const auto options = read({"show", "--call-host", "10.0.0.7:8088", "--call-host", "lights.local", "feed.json"});
    ASSERT_TRUE(options) << options.error().sentence.en;
    EXPECT_EQ(options->call_hosts, (std::vector<CallHost>{{"10.0.0.7", 8088}, {"lights.local", 0}}));
    EXPECT_EQ(options->feed, "feed.json");
    EXPECT_FALSE(read({"show", "--call-host", "http://a/"}));
    const test::TemporaryFolder folder;
    Options from_file;
    ASSERT_TRUE(read_configuration(folder.write("a.toml", "[operator]\ncall_hosts = [\"a:1\"]\n"), from_file));
    EXPECT_EQ(from_file.call_hosts, (std::vector<CallHost>{{"a", 1}}));
    ASSERT_TRUE(read_configuration(folder.write("a.toml", "[operator]\ncall_hosts = [\"a/b\"]\n"), from_file));
    EXPECT_EQ(from_file.notes.size(), 1U);
}

TEST(Keys, a_machine_within_the_publics_reach_obeys_the_remote_alone_or_nobody) {
    Event quit = key(Key::q);
    quit.control = true;
    Keys remote(KeySet::remote), none(KeySet::none);
    for (const Key pressed : {Key::page_down, Key::page_up, Key::b, Key::period}) {
        EXPECT_TRUE(remote.press(key(pressed), Milliseconds(0)).command);
        EXPECT_FALSE(none.press(key(pressed), Milliseconds(0)).command);
    }
    for (Keys* const keys : {&remote, &none}) {
        for (const Key pressed : {Key::space, Key::right, Key::home, Key::h, Key::a, Key::digit_1, Key::enter})
            EXPECT_FALSE(keys->press(key(pressed), Milliseconds(0)).command);
        EXPECT_FALSE(keys->press(quit, Milliseconds(0)).quit);
        EXPECT_FALSE(keys->press(key(Key::o), Milliseconds(0)).console);
        EXPECT_FALSE(keys->press(key(Key::r), Milliseconds(0)).refresh);
    }
}

TEST(Configuration, says_which_keys_are_obeyed) {
    const test::TemporaryFolder folder;
    Options options;
    ASSERT_TRUE(read_configuration(folder.write("a.toml", "[operator]\nkeys = \"remote\"\n"), options));
    EXPECT_EQ(options.keys, KeySet::remote);
    ASSERT_TRUE(read_configuration(folder.write("a.toml", "[operator]\nkeys = \"some\"\n"), options));
    EXPECT_EQ(options.notes.size(), 1U);
    EXPECT_EQ(options.keys, KeySet::remote);
}

const Instant evening = *parse_instant("2026-11-20T20:00:00+07:00", TimeZone());

TEST(Place, comes_back_as_it_was_saved) {
    const test::TemporaryFolder folder;
    const SavedPlace place{7,
                           "award:cờ \"thi đua\"/r1",
                           Cover::hold,
                           Drive::by_operator,
                           {std::string(64, 'a'), std::string(64, 'b')},
                           evening,
                           evening - std::chrono::minutes(3)};
    const Path file = place_file(folder.path() / "state", "https://example.org/a.json");
    ASSERT_TRUE(save_place(file, place));
    EXPECT_EQ(load_place(file), place);
    EXPECT_NE(read_file(file, 4096)->find("2026-11-20T13:00:00Z"), std::string::npos) << *read_file(file, 4096);
}

TEST(Place, is_a_shows_own) {
    Options desk, screen, rehearsal;
    for (Options* one : {&desk, &screen, &rehearsal}) one->feed = "https://example.org/a.json";
    screen.channel.follow = "https://example.org/channel";
    rehearsal.at = "08:00";
    EXPECT_EQ(show_of(desk), desk.feed);
    EXPECT_NE(show_of(screen), show_of(desk));
    EXPECT_NE(show_of(rehearsal), show_of(desk));
    EXPECT_NE(show_of(rehearsal), show_of(screen));
    Options later = rehearsal;
    later.at = "09:00";
    EXPECT_NE(show_of(later), show_of(rehearsal)) << "another rehearsal begins anew";
}

TEST(Place, counts_for_twelve_hours_and_whenever_the_clock_is_wrong) {
    using std::chrono::hours;
    SavedPlace place;
    place.saved = evening;
    EXPECT_TRUE(still_counts(place, evening));
    EXPECT_TRUE(still_counts(place, evening + hours(12)));
    EXPECT_FALSE(still_counts(place, evening + hours(12) + Milliseconds(1)));
    EXPECT_TRUE(still_counts(place, evening - hours(1)));
    EXPECT_TRUE(still_counts(place, Instant()));
}

TEST(Place, a_file_that_cannot_be_understood_is_no_place) {
    const test::TemporaryFolder folder;
    EXPECT_FALSE(load_place(folder.path() / "nothing"));
    const std::string saved = "\nsaved = \"2026-11-20T13:00:00Z\"";
    ASSERT_TRUE(load_place(folder.write("place", "step = 1\nkey = \"a\"" + saved)));
    for (const std::string wrong : {"", "step", "step = -1\nkey = \"a\"", "step = \"1\"\nkey = \"a\"", "\x01\x02"})
        EXPECT_FALSE(load_place(folder.write("place", wrong + saved))) << wrong;
    for (const std::string wrong : {"", "\nsaved = 5", "\nsaved = \"hôm qua\""})
        EXPECT_FALSE(load_place(folder.write("place", "step = 1\nkey = \"a\"" + wrong))) << wrong;
}

}  // namespace
}  // namespace hall
