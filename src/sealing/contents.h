#pragma once
/// What is sealed of an award: its batches with all their recipients, and the pictures of these.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conference/conference.h"

namespace hall {

struct Contents {
    std::vector<Batch> batches;
    std::map<std::string, std::string> photos;  ///< PictureRef::source -> the file's bytes
};

/// As JSON in the feed's own words, so that the desk can put it back into the feed. Pure. Thread: any.
std::string write_contents(const Contents& contents, const Members& members);
/// `members`: of the feed it is read into; one that is gone leaves the recipient's own name.
Result<Contents> read_contents(std::string_view json, const Members& members);

}  // namespace hall
