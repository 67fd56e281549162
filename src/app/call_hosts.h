#pragma once
/// Which machines a feed's cues may call: the operator's word, never the feed's. Thread: any; pure.
#include <optional>
#include <string>
#include <vector>

#include "net/url.h"

namespace hall {

struct CallHost {
    std::string host;
    int port = 0;  ///< 0: the schemes' own, 80 and 443

    bool operator==(const CallHost&) const = default;
};

/// "HOST" or "HOST:PORT"; nothing where it is neither.
std::optional<CallHost> parse_call_host(const std::string& text);
bool may_call(const std::vector<CallHost>& allowed, const Url& url);

}  // namespace hall
