#pragma once
/// One clear sentence for each way a transfer can fail: what, where, what to do. Room-private.
#include <cstddef>

#include "base/result.h"
#include "net/url.h"

namespace hall {

struct TransferFailure {
    int code = 0;          ///< CURLcode
    long certificate = 0;  ///< OpenSSL's verify result
    bool too_large = false;
    std::size_t most_bytes = 0;
    bool stopped = false;
};

Error transfer_fault(const TransferFailure& failure, const Url& url);

}  // namespace hall
