#pragma once
/// What the desk learned on the day about recipients: absent, represented, corrected, skipped. Remarks are part of the
/// show state; with the feed's conference they give the conference that is shown, so that machines that agree on both
/// count the same steps. Thread: any; pure.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "conference/conference.h"

namespace hall {

enum class Attendance {
    present,
    absent,       ///< "vắng mặt"
    represented,  ///< "nhận thay": somebody else takes it
    skipped,      ///< not called at all
};

struct Remark {
    /// SHA-256 of award and recipient as the feed has them: it finds the recipient at another place, and names nobody.
    /// Of a sealed award it is of the sealing and the place, sealed or opened: what is noted travels to the screens,
    /// which are not to know a name before its step.
    std::string who;
    Attendance attendance = Attendance::present;
    std::string stand_in = {};  ///< represented: by whom; may be empty
    /// Corrected; empty: as the feed has it. One that begins with an honorific corrects that as well. It opens no place
    /// that is sealed.
    std::string name = {};

    bool says_nothing() const { return attendance == Attendance::present && name.empty(); }
    bool operator==(const Remark&) const = default;
};

using Remarks = std::vector<Remark>;  ///< one a recipient, in the order they were made

/// The conference as it is shown: names corrected, skipped recipients gone without a gap. Who is absent or represented
/// has that as Recipient::remark; who represents them in the feed did not come.
Conference amended(const Conference& feeds, const Remarks& remarks);

/// What the operator said joins the feed's notices.
struct Said;
void add_notices(Conference& shown, const Said& said);

/// Remark::who of the recipient that stands at that place of the amended conference; nothing where nobody does.
std::optional<std::string> recipient_mark(const Conference& feeds, const Remarks& remarks, std::size_t award,
                                          std::size_t batch, std::size_t recipient);

/// What is remarked about that recipient so far; a fresh remark where nothing is.
Remark remark_about(const Remarks& remarks, const std::string& who);

/// Replaces what was remarked about the recipient; a remark that says nothing takes it back.
Remarks with_remark(Remarks remarks, Remark remark);

/// The same remarks after the feed was edited: a name corrected at its place keeps its remark, one whose recipient is
/// gone or was sealed anew is dropped.
Remarks carried(const Remarks& remarks, const Conference& before, const Conference& after);

/// Where the feed has a recipient, and by what honorific and name the wall has: for the desk only.
struct RemarkedRecipient {
    std::size_t award = 0, batch = 0;  ///< indices
    std::size_t number = 0;            ///< index into the feed's batch
    std::optional<std::size_t> place;  ///< index among those who are shown; nothing for who is skipped
    std::string name;                  ///< empty while it is sealed
};
/// `who` as in Remark; nothing where the feed has nobody like that any more.
std::optional<RemarkedRecipient> remarked_recipient(const Conference& feeds, const Remarks& remarks,
                                                    const std::string& who);

}  // namespace hall
