#pragma once
/// The one way two threads share anything: the newest value, const, taken whole.
#include <memory>
#include <mutex>
#include <utility>

namespace hall {

/// Thread: any. A mutex around a shared_ptr, since std::atomic<std::shared_ptr> reports a race under TSan with
/// libstdc++ 12. A value not yet taken is replaced by a newer one.
template <class T>
class Mailbox {
public:
    void post(std::shared_ptr<const T> value) {
        const std::lock_guard lock(mutex_);
        value_ = std::move(value);
        fresh_ = true;
    }

    /// The newest value since the last take, or null where there is none.
    std::shared_ptr<const T> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(fresh_, false) ? value_ : nullptr;
    }

private:
    std::mutex mutex_;
    std::shared_ptr<const T> value_;
    bool fresh_ = false;
};

}  // namespace hall
