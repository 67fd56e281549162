#pragma once
/// What the console's panels share. Part of Console: a frame of ImGui is open on its context.
#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "console/console.h"
#include "console/text_field.h"
#include "draw/theme.h"
#include "show/remarks.h"

namespace hall {

/// Pixels.
inline constexpr float console_gap = 12;
inline constexpr float console_text = 18;
inline constexpr float console_large = 26;

struct ConsoleColours {
    Colour accent, on_accent;
    Colour plate = rgb(0x333A45), ink = rgb(0xF5F0E6), quiet = rgb(0xB9C2CE);
    Colour warning = rgb(0xFFB000), on_warning = rgb(0x1A0E00);
    Colour on_air = rgb(0xE5484D);  ///< a shape's, never text's
};

/// What the list of steps remembers from one picture to the next.
struct Listed {
    std::optional<std::size_t> on_air;  ///< the step that it was last scrolled to
    std::string chosen;                 ///< key of the step that was clicked once; clicked again soon it goes on air
    Milliseconds chosen_at{0};          ///< steady time
};

/// Whom the remarks are about, as Remark::who: places move when somebody is skipped or the feed is edited.
struct Asked {
    std::string who;                            ///< whom the operator chose on this step; empty: nobody
    std::string whose;                          ///< whose stand-in or right name is typed
    std::string step = {};                      ///< key of the step at the last picture
    Remarks remarks = {};                       ///< at the last picture
    std::size_t printed = 0;                    ///< steps of the running order without the remarks
    std::optional<std::uint64_t> counted = {};  ///< the snapshot in which
};

/// What was pressed about the day's items since the last picture.
enum class ItemKey { none, begins, taken_back };

/// What an item's beginning needs: a click or N, and another.
struct ItemChoice {
    ItemKey key = ItemKey::none;
    std::optional<std::size_t> item;  ///< that was clicked once
    Milliseconds clicked{0};          ///< steady time
};
/// So long a first click waits for its second.
inline constexpr Milliseconds choice_stands{10'000};

/// Of the keys about a recipient: after M a digit.
enum class Awaited { nothing, digit };

struct ConsolePanel {
    const ConsoleInput& in;
    Language language;
    ConsoleColours colours;
    ImFont* large;
    Peeking peeking;
    Fields& fields;
    Asked& asked;
    Clicked& clicked;
    std::vector<Command>& commands;  ///< clicked.commands

    const char* say(const char* vi, const char* en) const { return language == Language::vietnamese ? vi : en; }
    void text(const std::string& line) const;
    void text(const std::string& line, Colour colour) const;  ///< wraps
    void warn(const std::string& line) const { text(line, colours.warning); }
    /// A button with its key on it; lit: what it does holds.
    bool button(const char* words, ImVec2 size, bool lit = false, bool big = false) const;
    bool small_button(const char* words) const;
    /// What stands where a name is veiled, with how to see it.
    const char* veil() const;
    /// A line to type in; returns true when the mouse put the focus there.
    bool field(Field field, const char* hint, float width) const;
};

ImVec4 colour_of(Colour colour);

/// One click chooses a line, another puts it on air: a hand that slips shows nobody early.
void draw_rundown(const ConsolePanel& panel, Listed& listed);
void draw_transport(const ConsolePanel& panel);
void draw_where(const ConsolePanel& panel);
void draw_recipient(const ConsolePanel& panel, Awaited awaited);
void draw_day(const ConsolePanel& panel, ItemChoice& choice);
/// What comes on the wall otherwise than by its line, as after a restart, stands in the line.
void follow_texts(Fields& fields, const Said& before, const Said& now);
void draw_texts(const ConsolePanel& panel);
void draw_faults(const ConsolePanel& panel);
void draw_sources(const ConsolePanel& panel);
void draw_screens(const ConsolePanel& panel);
void draw_log(const ConsolePanel& panel);

/// Whether the step is about somebody of a held award whom the hall has not read.
bool is_secret(const ConsoleInput& in, std::size_t step);
/// How many winners of held awards the step names whom the hall has not read while this program runs.
std::size_t newly_named(const ConsoleInput& in, std::size_t step);
/// A summary that names such winners, all at once; empty where it names none.
std::string warning_of_summary(const ConsolePanel& panel, std::size_t step);
/// Before anything of a picture: who was chosen counts until the show moves on.
void follow_show(const ConsoleInput& in, Asked& asked);
/// Whom the desk's remarks are about: who was chosen on this step, else who was named last, or is the next to be.
/// Nothing on a page without recipients.
std::optional<std::string> recipient_in_question(const ConsoleInput& in, const Asked& asked);
/// Chooses the recipient after (1) or before (-1) on the page.
void ask_for(const ConsolePanel& panel, int further);
/// The name where the hall has seen it or V is held, else `veiled`.
std::string name_at_desk(const ConsolePanel& panel, const RemarkedRecipient& recipient, const std::string& veiled);
/// Award and number, for whoever must not be named.
std::string place_at_desk(const ConsolePanel& panel, const RemarkedRecipient& recipient);
/// The second of two keys: 1 absent, 2 represented, 3 another name, 4 skipped; the same again takes it back.
void note_by_digit(const ConsolePanel& panel, int digit);
/// Names and titles of the feed, to see how it writes.
std::string written_in(const Conference& conference);
/// What Enter in the field means.
/// What is shown of what is typed there; empty where nothing is.
std::string text_of(const Said& said, Field field);

std::optional<Command> command_of(const ConsolePanel& panel, Field field, const std::string& text);

}  // namespace hall
