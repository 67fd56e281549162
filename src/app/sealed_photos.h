#pragma once
/// Pictures out of opened awards, decoded on a thread of their own: the names of a step never wait for them.
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "base/image.h"
#include "base/result.h"
#include "feed/snapshot.h"

namespace hall {

/// Owned by the render thread. Nothing of it reaches a disk or a log.
class SealedPhotos {
public:
    /// On the other thread; a stop ends it at once.
    using Decode = std::function<Result<Image>(std::string_view bytes, const std::stop_token& stop)>;

    /// `wake` is called from the other thread after a picture came.
    SealedPhotos(Decode decode, std::function<void()> wake);

    /// Asks for a picture, unless the same bytes were asked for under that source before. Returns at once.
    void want(const std::string& source, const std::string& bytes);
    /// Those that have come, where a snapshot has none of its own under their source; true where any was added.
    bool add_to(Pictures& pictures) const;
    /// True once after a picture came.
    bool take_news();

private:
    struct Wanted {
        std::string source, digest, bytes;
    };
    struct Known {
        std::string digest;
        std::shared_ptr<const Image> image;  ///< null: not decoded yet, or it cannot be
    };
    void run(const std::stop_token& stop);

    const Decode decode_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable_any asked_;
    std::deque<Wanted> waiting_;          ///< by mutex_
    std::map<std::string, Known> known_;  ///< by source; by mutex_
    bool news_ = false;                   ///< by mutex_

    std::jthread thread_;  // from the first picture on; last: joins before what it uses is gone
};

}  // namespace hall
