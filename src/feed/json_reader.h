#pragma once
/// Reading a JSON document that people wrote: every value knows where it stands, and every doubt becomes an issue.
#include <simdjson.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "feed/findings.h"
#include "feed/place.h"

namespace hall {

/// One name of a closed vocabulary, and what it means.
template <class Meaning>
struct Word {
    std::string_view name;
    Meaning meaning;
};

using Keys = std::span<const std::string_view>;

/// A value and its place. Cheap to copy; lives on the stack while the document and the parent value do.
class Value {
public:
    Value(simdjson::dom::element json, DocumentPlace place, Findings& findings)
        : json_(json), place_(place), findings_(&findings) {}

    simdjson::dom::element json() const { return json_; }
    const DocumentPlace& place() const { return place_; }
    Findings& findings() const { return *findings_; }
    bool is_object() const { return json_.type() == simdjson::dom::element_type::OBJECT; }
    bool is_number() const;
    /// Elements of an array; 0 for anything else.
    std::size_t count() const;

    /// Clean NFC text; a number is converted (warning); anything else is "" (error).
    std::string text() const;
    /// A text that is somebody's name, a unit's or a position; an error where it can be none.
    std::string name() const;
    /// A number's digits are as good as text here ("52" and 52): no warning.
    std::string text_or_number() const;
    std::optional<double> number() const;

    /// Calls each(Value) for every element; anything but an array is an error.
    template <class Each>
    void for_each(Each each) const {
        simdjson::dom::array array;
        if (json_.get_array().get(array) != simdjson::SUCCESS) return wrong_type(WantedType::list);
        std::size_t index = 0;
        for (const simdjson::dom::element element : array)
            each(Value(element, DocumentPlace(place_, index++), *findings_));
    }

    void warning(const char* code, Sentence sentence) const;
    void error(const char* code, Sentence sentence) const;

    enum class WantedType { text, number, yes_or_no, list, record };
    void wrong_type(WantedType wanted) const;

private:
    std::string cleaned(std::string_view raw) const;

    simdjson::dom::element json_;
    DocumentPlace place_;
    Findings* findings_;
};

/// A record with known keys. Repeated keys (the first wins) and keys that look misspelt are reported on construction;
/// other unknown keys are left alone so that feeds can grow. Not copied: places of what it holds refer to it.
class Object {
public:
    Object(const Value& value, Keys keys);
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    const DocumentPlace& place() const { return value_.place(); }
    Findings& findings() const { return value_.findings(); }

    /// The member of that name; nothing where it is absent or null. `key` must be one of the known keys.
    std::optional<Value> find(std::string_view key) const;
    bool has(std::string_view key) const { return find(key).has_value(); }
    std::string text(std::string_view key) const;
    std::string name(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    std::optional<double> number(std::string_view key) const;
    bool flag(std::string_view key) const;
    /// An instant in `zone`; an unreadable one is an error and nothing.
    std::optional<Instant> instant(std::string_view key, const TimeZone& zone) const;
    std::optional<LocalTime> day(std::string_view key, const TimeZone& zone) const;

    template <class Each>
    void for_each(std::string_view key, Each each) const {
        if (const auto list = find(key)) list->for_each(each);
    }

    /// A word of a closed vocabulary; an unknown one is an error and nothing.
    template <class Meaning, std::size_t count>
    std::optional<Meaning> word(std::string_view key, const std::array<Word<Meaning>, count>& words) const {
        const std::string written = text(key);
        if (written.empty()) return std::nullopt;
        std::vector<std::string_view> names;
        for (const auto& word : words) {
            if (word.name == written) return word.meaning;
            names.push_back(word.name);
        }
        unknown_word(key, written, names);
        return std::nullopt;
    }

    void warning(const char* code, std::string_view key, Sentence sentence) const;
    void error(const char* code, std::string_view key, Sentence sentence) const;

private:
    void look_at_keys() const;
    void unknown_word(std::string_view key, std::string_view written, Keys names) const;

    Value value_;
    Keys keys_;
};

/// The nearest of `names` that a slip of the hand can explain, or "".
std::string_view nearest_name(std::string_view written, Keys names);

}  // namespace hall
