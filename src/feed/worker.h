#pragma once
/// The feed's own thread: fetches, decodes, caches, and posts snapshots.
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/mailbox.h"
#include "base/pulse.h"
#include "base/result.h"
#include "base/time.h"
#include "feed/snapshot.h"
#include "net/http_client.h"

namespace hall {

enum class Network { online, offline };

struct FeedSettings {
    std::string feed;  ///< http(s) URL, a folder holding conference.json, or a file
    Path cache;        ///< folder for generations; created when absent
    Seconds poll{5};   ///< at least 1 s
    Network network = Network::online;
    std::string token;                ///< for the feed's own server and no other; empty: none
    std::string pins;                 ///< HttpRequest::pins of the feed's own server
    Inward inward = Inward::refused;  ///< where a document on a server may lead
    std::string signed_by;     ///< Ed25519 public key, 32 bytes: only what is signed by it is shown; empty: anything
    Path sequence;             ///< file of the newest signed number seen; beside the program's state
    std::string certificates;  ///< PEM file of CAs to trust besides the system's; empty = the system's only
    Timeouts timeouts{};       ///< of a document; a picture is given at most as long
    Instant started{};         ///< where a demonstration agenda begins
    std::shared_ptr<const Snapshot> on_air{};  ///< what the hall sees from the start on; as FeedWorker::on_air
    /// Turns picture bytes into pixels; runs on the worker's thread. With a stop it comes back at once, with whatever.
    std::function<Result<Image>(std::string_view bytes, const std::stop_token& stop)> decode_picture;
    /// Bytes of RGBA that all pictures of a snapshot take together; one that goes beyond is an issue and not kept.
    std::size_t picture_memory = 192U << 20U;
    /// Called on the worker's thread after every post but those that only move a status's times (a still screen sleeps
    /// on): wakes the render thread.
    std::function<void()> wake;
    /// Beaten by the worker at least every five seconds while it waits, and once a second during a transfer.
    std::shared_ptr<Pulse> pulse = std::make_shared<Pulse>();
};

/// Reads a feed once, without a thread: for check and snapshot. Local files and URLs alike.
Result<Snapshot> read_feed_once(const FeedSettings& settings);

/// Owned by the render thread. The destructor returns within a second: no transfer and no picture is waited for.
class FeedWorker {
public:
    explicit FeedWorker(FeedSettings settings);
    ~FeedWorker();
    FeedWorker(const FeedWorker&) = delete;
    FeedWorker& operator=(const FeedWorker&) = delete;

    Mailbox<Snapshot>& snapshots();
    Mailbox<FeedStatus>& statuses();
    /// Poll now (operator's key).
    void refresh();
    /// What the hall sees now. The newest snapshot may have to wait; until something else is told, the pictures that
    /// this one names are fetched, kept and handed out like those of the newest.
    void on_air(std::shared_ptr<const Snapshot> shown);

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace hall
