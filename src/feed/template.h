#pragma once
/// A feed to fill in: spreadsheets with the headings that this program understands. Thread: any; pure.
#include <string>
#include <vector>

namespace hall {

struct TemplateFile {
    std::string name;
    std::string content;
};

/// conference.json, whose sources name the others: members, agenda and awards as CSV with two example rows each. Filled
/// in or not, it is a feed with nothing to mend.
std::vector<TemplateFile> template_files();

}  // namespace hall
