#include "show/identity.h"

namespace hall {

std::string identity_of(const Recipient& recipient, const Conference& conference) {
    if (recipient.member && *recipient.member < conference.members.size()) {
        const Member& member = conference.members[*recipient.member];
        if (!member.id.empty() && recipient.name == member.name) return "member:" + member.id;
    }
    return recipient.name + '\n' + recipient.position + '\n' + recipient.organisation;
}

}  // namespace hall
