#include "link/order.h"

namespace hall {

MessageOrder::Verdict MessageOrder::hear(const Mark& heard, Milliseconds steady) {
    if (!heard_) heard_ = steady;
    const bool newer = !mark_ || heard > *mark_ || (!obeyed_ && heard == *mark_);
    if (newer || taken_over(heard, steady)) {
        mark_ = heard;
        obeyed_ = true;
        heard_ = steady;
        rival_.reset();
        return Verdict::obey;
    }
    if (heard.session != mark_->session) return Verdict::stale;
    heard_ = steady;
    rival_.reset();
    return heard == *mark_ ? Verdict::repeat : Verdict::stale;
}

bool MessageOrder::taken_over(const Mark& heard, Milliseconds steady) {
    if (heard.session == mark_->session) return false;
    if (!rival_ || rival_->session != heard.session || steady - rival_->heard > longest_pause)
        rival_ = {heard.session, steady, steady};
    rival_->heard = steady;
    return steady - *heard_ >= longest_silence && steady - rival_->since >= long_enough_spoken;
}

}  // namespace hall
