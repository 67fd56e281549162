#pragma once
/// The lines the operator types, in Vietnamese on any keyboard. Thread: render thread; no drawing here.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/typing.h"
#include "platform/event.h"

namespace hall {

enum class Field {
    urgent,
    ticker,
    name,
    mc,
    stand_in,    ///< who takes a recipient's award
    right_name,  ///< the recipient's
    key,         ///< of a sealed award, as words or digits: typed as it stands
};
inline constexpr std::size_t field_count = 7;

/// What a key did in the field that has the focus.
enum class FieldKey {
    not_taken,  ///< the key means what it always means: a presenter remote drives on
    taken,
    submitted,  ///< Enter: the text is meant
    left,       ///< Escape: the focus is gone, the text stays, for the console to put right
};

class Fields {
public:
    std::optional<Field> focus() const { return focus_; }
    /// All of what stands there is chosen: what is typed takes its place. A second time nothing is.
    void focus(std::optional<Field> field);
    /// Whether the next character takes the place of the whole text.
    bool chosen() const { return chosen_ == Chosen::all; }
    const std::string& text(Field field) const { return texts_[static_cast<std::size_t>(field)]; }
    void set(Field field, std::string text) { texts_[static_cast<std::size_t>(field)] = std::move(text); }

    /// A key event or a character; `not_taken` without a focus. What can be text is text, a presenter remote's B and
    /// full stop too, for they are the keyboard's own; Page Up, Page Down and everything with Ctrl is never taken, but
    /// for Ctrl+U, which empties the field. A key keeps the focus when it is submitted: it may be refused, and what is
    /// typed again must not become commands.
    FieldKey take(const Event& event);
    /// What was pasted, into the field that has the focus; lines become one.
    void insert(std::string_view text);

    Typing typing() const { return typist_.typing(); }
    void use(Typing typing) { typist_.use(typing); }
    void use(ToneStyle style) { typist_.use(style); }

    static constexpr std::size_t longest = 200;      ///< characters
    static constexpr std::size_t longest_key = 400;  ///< characters

private:
    enum class Chosen { nothing, all };
    void type(char32_t character);
    std::string& begin_change();

    std::optional<Field> focus_;
    Chosen chosen_ = Chosen::nothing;
    std::array<std::string, field_count> texts_;
    Typist typist_;
};

}  // namespace hall
