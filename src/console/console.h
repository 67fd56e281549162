#pragma once
/// The operator's window: the rundown, what comes next and what is on air, the clock of the day, what is typed and
/// noted, and how everything fares. Const state in, commands out.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "base/typing.h"
#include "console/waiting.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/theme.h"
#include "feed/snapshot.h"
#include "platform/event.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

class Renderer;

/// A screen that follows, as it says of itself.
struct ScreenLine {
    std::string name;
    std::size_t step = 0;  ///< drawn, from 1; 0: not known
    Sentence state;        ///< empty: as it should be
};

/// Whether some screen may show what is typed for the MC.
enum class McReads { no, yes };

/// Whether the page on the wall has room for the ticker.
enum class TickerRoom { has, waits };

/// What the keys here move.
enum class KeysMove {
    nothing,    ///< this screen follows another machine
    all,        ///< this machine's screens, and those that follow it
    this_only,  ///< another machine commands the others now
};

/// Whether the hall's clock is the day's.
enum class Occasion { the_day, rehearsal, replay };

/// Whether the hall sees its picture beside this window.
enum class Lies { beside_the_hall, over_the_hall };

/// What was clicked, or said by a key that only the console knows.
struct Clicked {
    std::vector<Command> commands;
    bool refresh = false;  ///< ask the feed now
    bool accept = false;   ///< what waits at the door may be shown
    bool close = false;    ///< this window
};

struct ConsoleInput {
    const Snapshot& snapshot;  ///< as it is shown
    const Conference& feeds;   ///< as the feed has it
    const FeedStatus& feed;
    const Rundown& rundown;
    const ShowState& state;
    const Seen& seen;
    Now now;                           ///< what the hall's clock shows
    Instant real_time{};               ///< the machine's clock, for ages
    std::string typed;                 ///< digits typed for a jump so far
    const Sentence& save_fault;        ///< why a key opens no award, or the place is not saved; else empty
    Viewport wall;                     ///< of the hall's picture
    std::string theme;                 ///< what the hall's screen wishes; empty: the feed's own
    const Waiting* waiting = nullptr;  ///< what was fetched and is not shown yet
    Sentence channel_fault{};          ///< empty while the channel to other screens is well, or there is none
    KeysMove keys_move = KeysMove::all;
    Occasion occasion = Occasion::the_day;
    Sentence screens_summary{};             ///< which of them show the step; empty: there are none
    Sentence answer{};                      ///< to the last key, where the wall does not answer by itself
    std::vector<std::string> cue_issues{};  ///< of the step that comes next
    McReads mc = McReads::no;
    TickerRoom ticker = TickerRoom::has;
    Lies lies = Lies::beside_the_hall;
    Sentence cue_fit{};                 ///< what of it finds no room on the wall; empty: all does
    std::vector<ScreenLine> screens{};  ///< connected ones
    std::vector<std::string> log{};     ///< newest last
};

struct ConsoleMouse {
    float x = -1, y = -1;  ///< pixels
    bool left = false;
    float wheel = 0;
};

/// Thread: render thread. Owns an ImGui context and the textures of its renderer, which outlives it, as do `fonts`.
class Console {
public:
    /// `font_file`: the face of the widgets, a TTF with Vietnamese.
    Console(Renderer& renderer, const Fonts& fonts, const Theme& theme, const Path& font_file, Language language,
            Typing typing);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// Draws one picture and presents it; returns what the operator clicked and typed.
    Clicked draw(const ConsoleInput& input, const ConsoleMouse& mouse);
    /// A key or a character; true: it was meant for a field here, or shows what is veiled, and nothing else.
    bool take(const Event& event);
    /// Something was pressed whose meaning only `draw` knows: draw before the next key is read.
    bool owes_keys() const;
    /// Some field has the focus.
    bool is_typing() const;
    /// What the operator has chosen for the lines.
    Typing typing() const;
    /// What Enter was pressed on in the field for a sealed award's key, once. It stays in the field, to be mended,
    /// until `forget_key`.
    std::optional<std::string> take_typed_key();
    void forget_key();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// "vừa xong", "12 giây trước", "3 phút trước": the age of the data for an operator.
std::string age_in_words(std::optional<Instant> then, Instant now, Language language);

}  // namespace hall
