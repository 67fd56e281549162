#pragma once
/// What the lines of an answer's header say, as they come. Room-private. Thread: any; pure.
#include <cstddef>
#include <string_view>

#include "net/http_client.h"

namespace hall {

struct AnswerHeader {
    HttpAnswer answer;       ///< validators, media type, age and date; the rest is the transfer's
    bool announced = false;  ///< where the body ends
    bool encoded = false;
    std::size_t bytes = 0;  ///< of all answers of a redirect chain

    /// One line, whatever it ends with. False: there are more bytes of them than a server of ours ever sends.
    bool take(std::string_view line);
};

/// A document changed again within the second in which it was served may keep its Last-Modified, and its ETag too where
/// the server makes that of the same second ("mtime-size" in nginx): such validators would hide the change for ever.
void drop_weak(HttpAnswer& answer);

}  // namespace hall
