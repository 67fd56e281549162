#pragma once
#include <string>

#include "conference/conference.h"

namespace hall::test {

/// A member of a conference that a test makes up; the name is its id, too.
inline Member member_named(const std::string& name) {
    Member made;
    made.id = made.name = name;
    return made;
}

}  // namespace hall::test
