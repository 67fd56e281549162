#pragma once
/// What the console's panels share. Part of Console: a frame of ImGui is open on its context.
#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "console/console.h"
#include "console/text_field.h"
#include "draw/theme.h"

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

enum class Peeking { no, yes };

/// What the list of steps remembers from one picture to the next.
struct Listed {
    std::optional<std::size_t> on_air;  ///< the step that it was last scrolled to
    std::string chosen;                 ///< key of the step that was clicked once; clicked again soon it goes on air
    Milliseconds chosen_at{0};          ///< steady time
};

/// Whom the remarks are about.
struct Asked {
    std::string step;       ///< key of the step that the operator chose a recipient on; empty: chose none
    std::size_t place = 0;  ///< index into Batch::recipients of the chosen one
    std::string whose;      ///< Remark::who of the recipient whose stand-in or right name is typed
};

struct ConsolePanel {
    const ConsoleInput& in;
    Language language;
    ConsoleColours colours;
    ImFont* large;
    Peeking peeking;
    Fields& fields;
    Asked& asked;
    std::vector<Command>& commands;

    const char* say(const char* vi, const char* en) const { return language == Language::vietnamese ? vi : en; }
    void text(const std::string& line) const;
    void text(const std::string& line, Colour colour) const;  ///< wraps
    void warn(const std::string& line) const { text(line, colours.warning); }
    /// A button with its key on it; lit: what it does holds.
    bool button(const char* words, ImVec2 size, bool lit = false, bool big = false) const;
    /// A line to type in; returns true when the mouse put the focus there.
    bool field(Field field, const char* hint, float width) const;
};

ImVec4 colour_of(Colour colour);

/// One click chooses a line, another puts it on air: a hand that slips shows nobody early.
void draw_rundown(const ConsolePanel& panel, Listed& listed);
void draw_transport(const ConsolePanel& panel);
void draw_where(const ConsolePanel& panel);
void draw_recipient(const ConsolePanel& panel);
void draw_day(const ConsolePanel& panel);
void draw_texts(const ConsolePanel& panel);
void draw_faults(const ConsolePanel& panel);
void draw_sources(const ConsolePanel& panel);
void draw_screens(const ConsolePanel& panel);
void draw_log(const ConsolePanel& panel);

/// Whether the step names somebody of a held award whom the hall has not seen.
bool is_secret(const ConsoleInput& in, std::size_t step);
/// The place among the batch's recipients that the desk's remarks are about: the one that was chosen on this step, else
/// the one named last, or the next to be. Nothing on a page without recipients.
std::optional<std::size_t> place_in_question(const ConsoleInput& in, const Asked& asked);
/// Chooses the recipient so many places further on the page.
void ask_for(const ConsolePanel& panel, int further);
/// Whose place that is: Remark::who.
std::optional<std::string> recipient_in_question(const ConsoleInput& in, const Asked& asked);
/// The second of two keys: 1 absent, 2 represented, 3 another name, 4 skipped; the same again takes it back.
void note_by_digit(const ConsolePanel& panel, int digit);
/// Names and titles of the feed, to see how it writes.
std::string written_in(const Conference& conference);
/// What Enter in the field means.
std::optional<Command> command_of(const ConsolePanel& panel, Field field, const std::string& text);

}  // namespace hall
