#pragma once
/// Tells other machines that a step has come: music, lights, a vision mixer.
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/call_hosts.h"
#include "base/sentence.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

/// The call of the step that a command brought before the hall: by NEXT or a jump ahead. Nothing for BACK, for what is
/// prepared under a cover and for a command that did not count.
Call call_of(const Command& command, const ShowState& before, const ShowState& after, const Rundown& rundown);

struct CallOutcome {
    std::size_t step = 0;  ///< from 0, when it was called for
    std::string to;        ///< scheme, host and port: the rest of an address may be a password
    int status = 0;        ///< HTTP's; 0: no answer
    Sentence fault;        ///< what went wrong and what to do; empty: the other machine has it
};

struct CueCallerWish {
    std::vector<CallHost> allowed;
    std::string certificates;    ///< as in FeedSettings
    std::function<void()> wake;  ///< from its thread, when there is an outcome
};

/// One attempt a call, to each host and port in their order and on a thread of its own: neither the hall's picture nor
/// the feed waits for a slow mixer, nor does the music. Owned by the render thread.
class CueCaller {
public:
    explicit CueCaller(CueCallerWish wish);
    ~CueCaller();
    CueCaller(const CueCaller&) = delete;
    CueCaller& operator=(const CueCaller&) = delete;

    /// Returns at once. Calls that wait behind a slow machine for too long are given up, not made late.
    void call(const Call& call, std::size_t step);
    /// Since the last time.
    std::vector<CallOutcome> take();
    /// Whether its threads have given a sign of life within this time.
    bool is_alive(Milliseconds limit) const;

private:
    class Lane;
    /// From any lane's thread.
    void came(CallOutcome outcome);

    const CueCallerWish wish_;
    std::mutex mutex_;
    std::vector<CallOutcome> outcomes_;  ///< by mutex_

    /// By host, in small letters, and port; last, since their threads use the above.
    std::map<std::string, std::unique_ptr<Lane>> lanes_;
};

}  // namespace hall
