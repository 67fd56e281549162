#pragma once
/// Who a recipient is, for every rule that must tell a corrected name from another person.
#include <string>

#include "conference/conference.h"

namespace hall {

/// A member itself by its id, anybody else (a member's own people too) by all that tells two of one name apart.
std::string identity_of(const Recipient& recipient, const Conference& conference);

}  // namespace hall
