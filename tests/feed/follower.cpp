/// Follows a feed until it is killed, and asks for the next conference as soon as it has the pictures of this one.
#include <chrono>
#include <thread>

#include "feed/worker.h"

int main(int count, char** words) {
    if (count != 3) return 64;
    hall::FeedSettings settings;
    settings.feed = words[1];
    settings.cache = words[2];
    settings.decode_picture = [](std::string_view bytes, const std::stop_token&) -> hall::Result<hall::Image> {
        return hall::Image(static_cast<int>(bytes.size()), 1);
    };
    hall::FeedWorker worker(settings);
    for (;;) {
        const auto taken = worker.snapshots().take();
        if (taken && !taken->pictures.empty()) worker.refresh();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}
