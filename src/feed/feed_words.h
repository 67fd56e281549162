#pragma once
/// The vocabulary of format "hoitruong/1": the keys of every record and the words of every closed list. Kept in step
/// with assets/feed.schema.json by a test.
#include <array>
#include <string_view>

#include "conference/conference.h"
#include "feed/json_reader.h"

namespace hall::words {

using namespace std::string_view_literals;

inline constexpr auto format = "hoitruong/1"sv;

inline constexpr std::array feed{"format"sv,  "revision"sv, "conference"sv, "branding"sv,  "agenda"sv,
                                 "members"sv, "awards"sv,   "tasks"sv,      "presidium"sv, "guests"sv,
                                 "report"sv,  "speeches"sv, "movements"sv,  "covenant"sv,  "handover"sv,
                                 "photos"sv,  "notices"sv,  "rundown"sv,    "sources"sv,   "sealing"sv};
inline constexpr std::array conference{
    "title"sv,    "subtitle"sv, "organizer"sv, "cluster"sv,          "venue"sv,    "date"sv,          "timezone"sv,
    "language"sv, "theme"sv,    "logo"sv,      "viewing_distance"sv, "approved"sv, "demonstration"sv, "progress"sv};
inline constexpr std::array branding{"logo"sv, "accent"sv, "background"sv, "scrim"sv};
inline constexpr std::array person{"honorific"sv, "name"sv, "position"sv, "organisation"sv, "photo"sv};
inline constexpr std::array agenda_item{"id"sv, "start"sv, "end"sv, "title"sv, "kind"sv, "speaker"sv, "note"sv};
inline constexpr std::array member{"id"sv,    "name"sv, "short_name"sv,     "role"sv,
                                   "group"sv, "logo"sv, "representatives"sv};
inline constexpr std::array award{"id"sv,         "rank"sv,      "name"sv,    "status"sv,   "proposed_by"sv,
                                  "visibility"sv, "authority"sv, "ground"sv,  "decision"sv, "presenters"sv,
                                  "reveal"sv,     "confetti"sv,  "batches"sv, "sealed"sv};
inline constexpr std::array decision{"number"sv, "date"sv, "issuer"sv, "about"sv};
inline constexpr std::array batch{"label"sv, "recipients"sv, "places"sv};
inline constexpr std::array sealed{"commitment"sv, "text"sv};
inline constexpr std::array sealing{"event"sv, "kind"sv};
inline constexpr std::array recipient{"kind"sv,         "member"sv,         "honorific"sv, "name"sv, "position"sv,
                                      "organisation"sv, "representative"sv, "citation"sv,  "photo"sv};
inline constexpr std::array tasks{"title"sv, "proposer"sv, "items"sv};
inline constexpr std::array task{"heading"sv, "detail"sv};
inline constexpr std::array report{"title"sv, "presenter"sv, "figures"sv, "points"sv};
inline constexpr std::array figure{"value"sv, "unit"sv, "label"sv};
inline constexpr std::array speech{"speaker"sv, "occasion"sv, "points"sv, "references"sv};
inline constexpr std::array movement{"title"sv, "slogan"sv, "aim"sv, "detail"sv};
inline constexpr std::array covenant{"title"sv, "pledges"sv, "signatories"sv};
inline constexpr std::array signatory{"member"sv, "state"sv};
inline constexpr std::array handover{"title"sv, "from"sv, "to"sv, "from_label"sv, "to_label"sv};
inline constexpr std::array photo{"src"sv, "caption"sv, "credit"sv, "alt"sv};
inline constexpr std::array notice{"id"sv, "text"sv, "level"sv, "from"sv, "until"sv};
inline constexpr std::array cue{"screen"sv, "award"sv, "item"sv, "dwell"sv, "transition"sv, "note"sv, "call"sv};
inline constexpr std::array call{"url"sv, "method"sv, "body"sv};

inline constexpr std::array source{"href"sv, "encoding"sv};

struct Record {
    std::string_view name;  ///< in the schema's $defs; "feed" is the document itself
    Keys keys;
};
inline const std::array records{Record{"feed", feed},
                                Record{"conference", conference},
                                Record{"branding", branding},
                                Record{"person", person},
                                Record{"agenda_item", agenda_item},
                                Record{"member", member},
                                Record{"award", award},
                                Record{"decision", decision},
                                Record{"batch", batch},
                                Record{"recipient", recipient},
                                Record{"sealed", sealed},
                                Record{"sealing", sealing},
                                Record{"tasks", tasks},
                                Record{"task", task},
                                Record{"report", report},
                                Record{"figure", figure},
                                Record{"speech", speech},
                                Record{"movement", movement},
                                Record{"covenant", covenant},
                                Record{"signatory", signatory},
                                Record{"handover", handover},
                                Record{"photo", photo},
                                Record{"notice", notice},
                                Record{"cue", cue},
                                Record{"call", call}};

inline constexpr std::array item_kind{
    Word<ItemKind>{"reception", ItemKind::reception}, Word<ItemKind>{"performance", ItemKind::performance},
    Word<ItemKind>{"flag", ItemKind::flag},           Word<ItemKind>{"opening", ItemKind::opening},
    Word<ItemKind>{"report", ItemKind::report},       Word<ItemKind>{"discussion", ItemKind::discussion},
    Word<ItemKind>{"speech", ItemKind::speech},       Word<ItemKind>{"awards", ItemKind::awards},
    Word<ItemKind>{"signing", ItemKind::signing},     Word<ItemKind>{"handover", ItemKind::handover},
    Word<ItemKind>{"break", ItemKind::recess},        Word<ItemKind>{"closing", ItemKind::closing},
    Word<ItemKind>{"other", ItemKind::other}};
inline constexpr std::array award_status{Word<AwardStatus>{"proposed", AwardStatus::proposed},
                                         Word<AwardStatus>{"decided", AwardStatus::decided}};
inline constexpr std::array visibility{Word<Visibility>{"public", Visibility::open},
                                       Word<Visibility>{"held", Visibility::held}};
inline constexpr std::array reveal{Word<RevealMode>{"one", RevealMode::one}, Word<RevealMode>{"all", RevealMode::all}};
inline constexpr std::array recipient_kind{Word<RecipientKind>{"collective", RecipientKind::collective},
                                           Word<RecipientKind>{"person", RecipientKind::person}};
inline constexpr std::array seal_kind{Word<SealKind>{"real", SealKind::real},
                                      Word<SealKind>{"rehearsal", SealKind::rehearsal}};
inline constexpr std::array signatory_state{Word<SignatoryState>{"waiting", SignatoryState::waiting},
                                            Word<SignatoryState>{"signing", SignatoryState::signing},
                                            Word<SignatoryState>{"signed", SignatoryState::signed_}};
inline constexpr std::array notice_level{Word<NoticeLevel>{"info", NoticeLevel::info},
                                         Word<NoticeLevel>{"urgent", NoticeLevel::urgent}};
inline constexpr std::array call_method{Word<CallMethod>{"get", CallMethod::get},
                                        Word<CallMethod>{"post", CallMethod::post}};
inline constexpr std::array transition{Word<Transition>{"fade", Transition::fade},
                                       Word<Transition>{"cut", Transition::cut}};

/// Themes that this version ships.
inline constexpr std::array theme{"le-dai"sv, "dem"sv, "nga"sv};

}  // namespace hall::words
