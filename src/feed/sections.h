#pragma once
/// The decoder's sections, one function each. Each reads its part of the document, mends what it can and reports the
/// rest; none ever fails.
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conference/conference.h"
#include "feed/decoder.h"
#include "feed/json_reader.h"
#include "feed/text_index.h"

namespace hall {

Person read_person(const Value& value);  ///< an object, or just the name as text
Person read_person(const Object& object, std::string_view key);
std::vector<Person> read_persons(const Object& object, std::string_view key);

/// Hands out ids: the feed's own where it is new, else "award-3" and an issue, so that every record has its own.
class Ids {
public:
    explicit Ids(const char* prefix) : prefix_(prefix) {}
    void reserve(std::size_t records) { index_.reserve(records); }
    enum class Missing { reported, silent };
    std::string take(const Object& object, Missing missing, std::size_t number = 0);
    /// Those of members that were read before; they outlive the ids, which nobody may ask for.
    void know(const Members& members) { known_ = &members; }
    /// The number of the record that took this id.
    std::optional<std::size_t> find(std::string_view id) const;

private:
    bool is_new(const std::string& id, std::size_t number);

    const char* prefix_;
    std::deque<std::string> taken_;
    mutable const Members* known_ = nullptr;  ///< not in the index yet
    mutable TextIndex index_;                 ///< of `taken_`
};

/// Members by the id that other sections name them with: their places in Conference::members.
using MemberIds = Ids;

Identity read_identity(const Object& feed);
/// The brand's logo stands in for the conference's own.
Branding read_branding(const Object& feed, Identity& identity);
std::vector<AgendaItem> read_agenda(const Object& feed, const Identity& identity);
Members read_members(const Object& feed, MemberIds& ids);
/// One of them; nothing where it has no name. `take_id` comes when the name is known.
std::optional<Member> read_member(const Object& object, const std::function<std::string()>& take_id);
std::vector<Award> read_awards(const Object& feed, const TimeZone& zone, const Members& members, const MemberIds& ids);
/// Nothing but a note where the text cannot be Base64: the award then stays closed.
SealedText read_sealed(const Value& value);
Sealing read_sealing(const Object& feed);
/// How many places a batch declares, 1 to 1000; 0 and a note where that cannot be.
std::size_t read_place_count(const Object& batch);
/// Batches of a sealed award: places without names.
std::vector<Batch> read_places(const Object& award);
Tasks read_tasks(const Object& feed);
Report read_report(const Object& feed);
std::vector<Speech> read_speeches(const Object& feed);
std::vector<Movement> read_movements(const Object& feed);
Covenant read_covenant(const Object& feed, const MemberIds& ids);
Handover read_handover(const Object& feed, const MemberIds& ids);
std::vector<Photo> read_photos(const Object& feed);
std::vector<Notice> read_notices(const Object& feed, const TimeZone& zone);
std::vector<SourceRef> read_sources(const Object& feed);
std::vector<Cue> read_rundown(const Object& feed, const std::vector<Award>& awards);

}  // namespace hall
