#pragma once
/// What the program is asked to do: command line over environment over configuration file.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/call_hosts.h"
#include "app/quiet_hours.h"
#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "conference/conference.h"

namespace hall {

/// Exit codes by kind.
enum class Exit : int {
    done = 0,
    to_mend = 1,
    unusable_feed = 2,
    usage = 64,
    no_display = 69,
    no_show = 69,  ///< `status` finds no running show
    failed = 70,
    restart = 75
};

enum class CommandName {
    setup,
    show,
    check,
    snapshot,
    bench,
    seal,
    unseal,
    sheet,
    identify,
    make_template,
    compare,
    sign,
    status,
    log,
    version,
    help
};

/// For `snapshot --theme`: one after the other.
inline constexpr std::string_view every_theme = "all";
/// For `snapshot --screen`: one page of each.
inline constexpr std::string_view each_screen = "each";

inline constexpr std::string_view mc_beside = "beside";
inline constexpr std::string_view mc_only = "only";

/// Which keys are obeyed. The operator's window is worked with the mouse whatever stands here.
enum class KeySet {
    all,
    remote,  ///< what a presenter remote sends: Page Up and Down, B and the full stop
    none,
};

/// What `sheet` writes.
enum class PaperKind { order, plates, labels, press };

struct Size {
    int width = 1920;
    int height = 1080;

    bool operator==(const Size&) const = default;
};

/// A part of the picture, pixels: the tiles of an LED wall that are ours.
struct Region {
    int x = 0, y = 0;
    Size size;

    bool operator==(const Region&) const = default;
};

/// The wall the pages are made for.
struct Wall {
    float reserve_left = 0;    ///< percent of the width kept free for flags
    float reserve_bottom = 0;  ///< percent of the height kept free for people on stage
    float overscan = 0;        ///< percent that the display cuts off at every edge
    std::optional<Region> region;
    std::optional<std::uint32_t> key = std::nullopt;  ///< 0xRRGGBB: only lower thirds and notices, on this colour

    bool operator==(const Wall&) const = default;
};

/// Pages of their own on a further display of this machine.
struct ScreenRole {
    std::string display;  ///< as Options::display; connector or EDID name rather than a number
    ScreenId show = ScreenId::agenda;

    bool operator==(const ScreenRole&) const = default;
};

/// Several screens on one step.
struct Channel {
    std::string follow;   ///< the channel's address; empty: this machine follows nobody
    std::string publish;  ///< the channel's address; empty: this machine commands only itself
    Path token;           ///< a file with the token in its first line
    std::string name;     ///< of this screen, for the operator; empty: the machine's name
    int lead = 0;         ///< ms between a command and the moment at which all screens change together

    bool operator==(const Channel&) const = default;
};

/// Empty or absent means "not said": the default applies.
struct Options {
    CommandName command = CommandName::show;
    std::string feed;
    Language language = Language::vietnamese;
    std::string theme;
    std::string at;  ///< RFC 3339 or the conference's local time
    Path cache;
    double poll = 5;  ///< seconds
    bool offline = false;
    bool correct_clock = false;  ///< the hall goes by the server's clock where this machine's is wrong
    bool console = false;
    std::string remote_api;            ///< "127.0.0.1:8088": where button panels may ask; empty: nowhere
    std::string remote_token;          ///< what they must send; empty: nothing, on loopback only
    std::vector<CallHost> call_hosts;  ///< whom the feed's cues may call
    Path replay;                       ///< a play log to play again; empty: none
    double speed = 1;                  ///< rehearsal: how fast the hall's clock goes
    bool console_over = false;         ///< where nothing is free beside the hall's window, over it
    /// The MC's page: empty none, mc_beside on a further display, mc_only instead of the hall's picture, else the name
    /// or number of a display.
    std::string mc;
    KeySet keys = KeySet::all;
    std::optional<Size> window;  ///< nothing: full-screen
    std::string display;         ///< number from 1 or part of a name
    bool reduced_motion = false;
    std::optional<QuietHours> quiet;  ///< no picture while nobody drives
    std::string renderer = "auto";
    std::string certificates;
    Path token_file;                 ///< a bearer token for the feed's server
    std::string pins;                ///< public keys of the feed's server, as curl writes them
    std::string public_key;          ///< Base64: only a feed signed by its owner is shown
    std::string token, signed_by;    ///< what load_secrets (app/secrets.h) made of the two
    bool private_addresses = false;  ///< a feed on the internet may name servers of this network
    Path metrics;                    ///< a Prometheus text file to keep up to date
    std::string heartbeat;           ///< a URL to ask once a minute while the show is alive
    Path seal_keys;  ///< of sealed awards: for `show` to release, for `seal` to write, for `unseal` to use
    PaperKind paper = PaperKind::order;
    bool rehearsal = false;  ///< `seal`: for a rehearsal
    std::optional<double> distance;
    Wall wall;
    Channel channel;
    std::optional<ScreenId> show;     ///< these pages alone, whatever the feed's order; nothing: the whole show
    std::vector<ScreenRole> screens;  ///< further displays; the hall's own is `display`
    // check, snapshot
    Size size;
    bool json = false;
    Path out;        ///< also the folder of `template`
    Path text_file;  ///< the decision that `compare` reads
    Path key_file;   ///< what `sign` signs by
    std::string screen = "all";
    std::string step = "all";
    std::size_t frames = 0;  ///< of each entrance; 0: settled pages
    // log
    std::size_t lines = 0;  ///< the newest; 0: all
    // setup
    Path root = "/";         ///< the tree that is set up
    std::string stack;       ///< x11, cage or kms; empty: the first that is installed
    bool dry_run = false;    ///< says what it would do
    bool unchecked = false;  ///< the feed is not read now
    // help
    std::string text;  ///< what --help or --version prints

    Path configuration;           ///< the file that was read; empty: none
    std::vector<Sentence> notes;  ///< unknown keys of the configuration file and the like
};

using Environment = std::function<std::optional<std::string>(const std::string&)>;

/// What `hoitruong --version` says.
std::string version();

/// Wrong usage is an Error with one sentence; the caller exits with 64. `services`: the configuration whose feed is
/// checked where nobody names one. `kept`: what a show takes, with a note, where the default one is broken; without
/// that it takes what stands nowhere else.
Result<Options> read_options(const std::vector<std::string>& arguments, const Environment& environment,
                             const Path& default_configuration, const Path& services = {}, const Path& kept = {});

/// A note for each of these names in the environment that looks like one of ours and is none.
std::vector<Sentence> unknown_variables(const std::vector<std::string>& names);

/// A screen that can stand where no operator is: every one but the awards'.
std::optional<ScreenId> role_named(const std::string& name);
bool is_renderer(std::string_view name);
std::string renderer_names();                                     ///< "auto, software, ..."
std::optional<Size> parse_size(const std::string& text);          ///< "1280x720", 64-16384 a side
std::optional<std::uint32_t> parse_key(const std::string& text);  ///< "green", "blue" or "#RRGGBB" -> 0xRRGGBB
std::optional<Region> parse_region(const std::string& text);      ///< "x,y,w,h", pixels

}  // namespace hall
