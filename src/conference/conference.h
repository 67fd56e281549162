#pragma once
/// What a conference is. Plain values: past the feed's door every text is clean NFC, every time an instant, every
/// reference resolved. Empty strings and absent optionals mean "the feed does not say".
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/shared_list.h"
#include "base/time.h"

namespace hall {

/// A picture named by the feed; its pixels travel beside the conference (see feed/snapshot.h), by this name.
struct PictureRef {
    std::string source;  ///< as the feed names it: a URL, or a path relative to the feed

    bool empty() const { return source.empty(); }
    bool operator==(const PictureRef&) const = default;
};

struct Person {
    std::string honorific;  ///< "Đồng chí", "Ông", "Bà"; the feed's own, never supplied by us
    std::string name;
    std::string position;
    std::string organisation;
    PictureRef photo;

    bool empty() const { return name.empty(); }
    bool operator==(const Person&) const = default;
};

struct Identity {
    std::string title;
    std::string subtitle;
    std::string organizer;
    std::string cluster;
    std::string venue;
    std::optional<LocalTime> date;
    TimeZone timezone;
    std::string language = "vi";
    std::string theme;  ///< empty: the screen's own choice
    PictureRef logo;
    double viewing_distance = 6;  ///< k: farthest viewer's distance in image heights, 4-10
    std::string approved;         ///< the revision that the leadership approved
    /// Agenda times are for demonstration: shifted so that the agenda begins when the program starts, and marked.
    bool demonstration = false;
    bool progress = false;  ///< the hall sees how far the item on air has gone
};

/// How the organiser's own colours enter; every other colour is the theme's.
struct Branding {
    std::optional<std::uint32_t> accent;  ///< 0xRRGGBB, in place of the theme's gold; made legible where it is not
    PictureRef background;                ///< behind every page
    double scrim = 0.75;                  ///< 0-1: how much of the theme lies over it; at least what legibility asks
};

enum class ItemKind {
    reception,
    performance,
    flag,
    opening,
    report,
    discussion,
    speech,
    awards,
    signing,
    handover,
    recess,  ///< "break" in the feed
    closing,
    other,
};

struct AgendaItem {
    std::string id;
    Instant start;
    Instant end;  ///< >= start; the next item's start where the feed names none
    std::string title;
    ItemKind kind = ItemKind::other;
    Person speaker;
    std::string note;
};

struct Member {
    std::string id;
    std::string name;
    std::string short_name;
    std::string role;  ///< "Cụm trưởng", "Cụm phó"; belongs to the unit
    std::string group;
    PictureRef logo;
    std::vector<Person> representatives;

    bool operator==(const Member&) const = default;
};

/// A feed may have a hundred thousand.
using Members = SharedList<Member>;

enum class AwardStatus { proposed, decided };
enum class Visibility { open /* "public" in the feed */, held };
enum class RevealMode { one, all };
enum class RecipientKind { collective, person };

struct Recipient {
    RecipientKind kind = RecipientKind::collective;
    std::optional<std::size_t> member;  ///< index into Conference::members
    std::string honorific;
    std::string name;  ///< the member's name where the feed gives only its id
    std::string position;
    std::string organisation;
    std::string representative;
    std::string citation;
    PictureRef photo;
    /// "vắng mặt", "nhận thay: …": what the desk noted on the day. In no feed, and no part of who this is.
    std::string remark = {};

    /// A place whose name is still sealed.
    bool sealed() const { return name.empty(); }
    bool operator==(const Recipient&) const = default;
};

struct Batch {
    std::string label;
    std::vector<Recipient> recipients;  ///< in the order of the decision, which is the order on stage
    /// Of a sealed award: how many places the feed declares; so many `sealed` recipients stand there until the key
    /// comes, and the pages stay laid out by places and not by names. 0: the award was never sealed.
    std::size_t places = 0;

    bool operator==(const Batch&) const = default;
};

struct Decision {
    std::string number;
    std::optional<LocalTime> date;
    std::string issuer;
    std::string about;

    bool empty() const { return number.empty() && !date && issuer.empty() && about.empty(); }
    bool operator==(const Decision&) const = default;
};

/// Whether results were sealed for the day itself or for a rehearsal, whose pictures say so.
enum class SealKind { real, rehearsal };

/// One sealing of a feed: what all its awards were bound to.
struct Sealing {
    std::string event;  ///< random, new with every sealing; empty: the feed holds nothing sealed
    SealKind kind = SealKind::real;

    bool empty() const { return event.empty(); }
    bool operator==(const Sealing&) const = default;
};

/// An award's recipients as ciphertext; room sealing reads it.
struct SealedText {
    std::string commitment;  ///< bytes; tells the right key without opening anything
    std::string bytes;       ///< nonce and ciphertext

    bool operator==(const SealedText&) const = default;
};

struct Award {
    std::string id;
    std::string pointer;  ///< into the feed, as its issues have it; ranks may have moved it since
    int rank = 0;         ///< 1 is the highest; 0 = not given, after the ranked ones
    std::string name;
    AwardStatus status = AwardStatus::decided;
    std::string proposed_by;
    Visibility visibility = Visibility::held;
    std::string authority;
    std::string ground;  ///< what it is awarded for
    Decision decision;   ///< empty while proposed
    std::vector<Person> presenters;
    RevealMode reveal = RevealMode::one;
    bool confetti = false;  ///< over the name when it is revealed
    std::vector<Batch> batches;
    std::optional<SealedText> sealed;  ///< stays after the batches were filled in from it

    std::size_t recipient_count() const;
    /// Some recipient cannot be named yet.
    bool is_closed() const;
    bool operator==(const Award&) const = default;
};

struct Task {
    std::string heading;
    std::string detail;
};

struct Tasks {
    std::string title;
    Person proposer;
    std::vector<Task> items;
};

struct Figure {
    std::string value;
    std::string unit;
    std::string label;
};

struct Report {
    std::string title;
    Person presenter;
    std::vector<Figure> figures;
    std::vector<std::string> points;
};

struct Speech {
    Person speaker;
    std::string occasion;
    std::vector<std::string> points;
    std::vector<std::string> references;
};

struct Movement {
    std::string title;
    std::string slogan;
    std::string aim;
    std::string detail;
};

enum class SignatoryState { waiting, signing, signed_ };

struct Signatory {
    std::size_t member = 0;  ///< index into Conference::members
    SignatoryState state = SignatoryState::waiting;
};

struct Covenant {
    std::string title;
    std::vector<std::string> pledges;
    std::vector<Signatory> signatories;

    bool empty() const { return title.empty() && pledges.empty() && signatories.empty(); }
};

/// The cluster's lead passes from one member to another.
struct Handover {
    std::string title;
    std::optional<std::size_t> from;  ///< index into Conference::members
    std::optional<std::size_t> to;
    std::string from_label;  ///< "Cụm trưởng năm 2022"
    std::string to_label;

    bool empty() const { return !from && !to; }
};

struct Photo {
    PictureRef source;
    std::string caption;
    std::string credit;
    std::string alt;
};

enum class NoticeLevel { info, urgent };

struct Notice {
    std::string id;
    std::string text;
    NoticeLevel level = NoticeLevel::info;
    std::optional<Instant> from;
    std::optional<Instant> until;
};

/// Everything the hall's wall can show. A new screen: a name here, a row in screens/screen_table.h.
enum class ScreenId : std::uint8_t {
    welcome,
    flag,
    agenda,
    agenda_day,
    members,
    award_intro,
    award_reveal,
    award_group,
    award_summary,
    closing,
    holding,
    countdown,
    presidium,
    guests,
    report,
    tasks,
    speech,
    movements,
    covenant,
    handover,
    silence,   ///< a minute of silence
    external,  ///< another source has the wall; numbering goes on
    photos,
    test_card,
};
inline constexpr std::size_t screen_count = 24;

enum class Transition { fade, cut };

enum class CallMethod { get, post };

/// What another machine is told when a step comes: music, lights, a vision mixer.
struct Call {
    std::string url;  ///< http or https; empty: nobody is called
    CallMethod method = CallMethod::get;
    std::string body = {};  ///< of a POST, JSON

    bool empty() const { return url.empty(); }
    bool operator==(const Call&) const = default;
};

/// One row of the feed's running order.
struct Cue {
    ScreenId screen = ScreenId::holding;
    std::string award;  ///< award id; for award screens. Naming an award yields all of its steps
    std::optional<Seconds> dwell;
    Transition transition = Transition::fade;
    std::string note;      ///< for the MC and the operator, never for the hall
    std::size_t item = 0;  ///< speech or photo by its number from 1; 0: all of them
    Call call = {};        ///< with the first of its steps
};

struct Conference {
    std::string revision;
    Identity identity;
    Sealing sealing;
    Branding branding;
    std::vector<AgendaItem> agenda;  ///< by start
    Members members;                 ///< in the feed's order
    std::vector<Award> awards;       ///< highest rank first, else in the feed's order
    Tasks tasks;
    std::vector<Person> presidium;  ///< in the order of introduction
    std::vector<Person> guests;
    Report report;
    std::vector<Speech> speeches;
    std::vector<Movement> movements;
    Covenant covenant;
    Handover handover;
    std::vector<Photo> photos;
    std::vector<Notice> notices;
    std::vector<Cue> rundown;
};

/// The feed's name of a screen, "award-reveal".
const char* name_of(ScreenId screen);
std::optional<ScreenId> screen_named(std::string_view name);

}  // namespace hall
