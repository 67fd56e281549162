#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "draw/fonts.h"
#include "draw/text_layout.h"
#include "fuzz/target.h"
#include "link/message.h"
#include "link/screens_report.h"
#include "net/answer_header.h"
#include "net/event_stream.h"
#include "net/url.h"
#include "platform/picture_file.h"
#include "platform/picture_header.h"

namespace hall::fuzz {
namespace {

const Fonts& fonts() {
    static const Fonts loaded = [] {
        const Path root = HALL_SOURCE_DIR;
        auto made = Fonts::load(root / "fonts", *Phrases::load(root / "assets/phrases.txt"));
        if (!made) throw std::runtime_error(made.error().sentence.en);
        return *std::move(made);
    }();
    return loaded;
}

}  // namespace

void text(std::string_view bytes) {
    const std::string clean = clean_text(bytes);
    if (clean_text(clean) != clean) std::abort();  // nothing is left to clean
    to_upper(clean);
    fold(clean);
    tokens(clean);
    count_characters(clean);
    escape_for_log(bytes);
}

void layout(std::string_view bytes) {
    if (bytes.size() < 3 || bytes.size() > 2000) return;
    TextStyle style;
    style.words = static_cast<Words>(static_cast<unsigned char>(bytes[0]) % 3);
    style.capitals = static_cast<Capitals>(static_cast<unsigned char>(bytes[1]) % 2);
    LayoutLimits limits;
    limits.width = 10.0F + 8.0F * static_cast<float>(static_cast<unsigned char>(bytes[2]));
    limits.lines = 1 + static_cast<unsigned char>(bytes[0]) / 3 % 5;
    lay_out(fonts(), clean_text(bytes.substr(3)), style, limits);
}

/// However the network cuts it, the same events.
void event_stream(std::string_view bytes) {
    EventStream whole, cut;
    const auto events = whole.take(bytes);
    std::vector<StreamEvent> pieces;
    for (std::size_t at = 0; at < bytes.size(); at += 3)
        for (StreamEvent& event : cut.take(bytes.substr(at, 3))) pieces.push_back(std::move(event));
    if (events != pieces || whole.overrun() != cut.overrun()) std::abort();
}

/// What a server says of a document comes back to it with the next request: as one line, or not at all.
void answer_header(std::string_view bytes) {
    AnswerHeader header;
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
        bytes.remove_prefix(line.size());
        if (!header.take(line)) break;
        drop_weak(header.answer);
        const Validators& known = header.answer.validators;
        for (const std::string& said : {known.etag, known.last_modified})
            if (said.size() > 1024 || said.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
                std::abort();
    }
}

/// What was understood is the same, said again.
void channel(std::string_view bytes) {
    static const ShowMessage commanded;
    const auto message = decode_message(bytes);
    if (message) {
        if (decode_message(encode(*message)) != message) std::abort();
        picture_digest(message->content, "dem", message->state, message->keys);
    }
    const auto said = decode_acknowledgement(bytes);
    if (!said) return;
    if (decode_acknowledgement(encode(*said)) != said) std::abort();
    Screens screens;
    screens.hear(*said, {});
    summary(screens.report(message.value_or(commanded), Screens::longest_quiet));
}

void url(std::string_view bytes) {
    const auto parsed = Url::parse(bytes);
    if (parsed) parsed->display();
}

void picture_header(std::string_view bytes) { read_picture_header(bytes); }

void picture(std::string_view bytes) {
    const auto header = read_picture_header(bytes);
    if (header && header->width < 400 && header->height < 400) (void)decode_picture(bytes);
}

}  // namespace hall::fuzz
