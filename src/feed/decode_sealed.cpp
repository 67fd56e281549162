/// Awards whose recipients are sealed, see room sealing.
#include <algorithm>
#include <cmath>

#include "base/base64.h"
#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {
namespace {

constexpr double most_places = 1000;

}  // namespace

std::size_t read_place_count(const Object& batch) {
    const auto places = batch.number("places");
    if (places && *places >= 1 && *places <= most_places && std::floor(*places) == *places)
        return static_cast<std::size_t>(*places);
    batch.error("batch.places", "places",
                {"Số chỗ của đợt (\"places\") phải là số nguyên từ 1 đến 1000; giá trị này bị bỏ qua.",
                 "A batch's \"places\" must be a whole number from 1 to 1000; this one is ignored."});
    return 0;
}

SealedText read_sealed(const Value& value) {
    const Object object(value, words::sealed);
    SealedText sealed;
    if (!value.is_object()) return sealed;
    std::string text;
    for (const std::string& piece : object.texts("text")) text += piece;
    const auto commitment = from_base64(object.text("commitment"));
    const auto bytes = from_base64(text);
    if (commitment && bytes && !bytes->empty()) return {*commitment, *bytes};
    value.error("award.sealed-unreadable",
                {"Phần niêm phong của khen thưởng này bị hỏng; không mở được tên người nhận. Niêm phong lại bằng "
                 "hoitruong seal.",
                 "The sealed part of this award is damaged; its recipients cannot be opened. Seal the feed again with "
                 "hoitruong seal."});
    return sealed;
}

Sealing read_sealing(const Object& feed) {
    Sealing sealing;
    const auto value = feed.find("sealing");
    if (!value) return sealing;
    const Object object(*value, words::sealing);
    sealing.event = object.text("event");
    // A kind that cannot be read must not pass a rehearsal off as the day itself.
    sealing.kind = object.word("kind", words::seal_kind).value_or(SealKind::rehearsal);
    return sealing;
}

std::vector<Batch> read_places(const Object& award) {
    std::vector<Batch> batches;
    award.for_each("batches", [&](const Value& value) {
        const Object object(value, words::batch);
        if (!value.is_object()) return;
        Batch batch;
        batch.label = object.text("label");
        batch.places = read_place_count(object);
        if (object.has("recipients"))
            object.error("award.sealed-with-names", "recipients",
                         {"Khen thưởng đã niêm phong mà đợt này vẫn ghi tên người nhận: tên ấy ai cũng đọc được. Bỏ "
                          "tên khỏi nguồn, hoặc niêm phong lại bằng hoitruong seal.",
                          "The award is sealed, yet this batch names recipients for everybody to read. Take them out, "
                          "or seal the feed again with hoitruong seal."});
        batch.recipients.resize(batch.places);
        if (batch.places > 0) batches.push_back(std::move(batch));
    });
    return batches;
}

}  // namespace hall
