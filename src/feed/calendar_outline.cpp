#include "feed/calendar_outline.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace hall {

Outline outline_of(std::string_view text) {
    constexpr std::size_t longest = 60;  // of a line that begins or ends something
    Outline outline;
    std::vector<std::string> open;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string line = end < longest ? fold(text.substr(0, end)) : std::string();
        if (line.starts_with("begin:")) {
            if (open.empty() && line != "begin:vcalendar") outline.whole = false;
            if (line == "begin:vevent") outline.events.push_back(number);
            open.push_back(line.substr(6));
        } else if (line.starts_with("end:")) {
            if (open.empty() || open.back() != line.substr(4)) return {{}, false};
            open.pop_back();
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    outline.whole &= open.empty();
    return outline;
}

}  // namespace hall
