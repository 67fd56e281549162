#pragma once
/// Walking XML whose prefixes may be anything. Room-private.
#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace hall {

/// "office:value" and "x:value" are "value".
inline std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline bool is_element(const pugi::xml_node& node, std::string_view name) {
    return node.type() == pugi::node_element && local_name(node.name()) == name;
}

/// By its local name; null where there is none.
inline pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node child : node.children())
        if (is_element(child, name)) return child;
    return {};
}

inline std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes())
        if (local_name(attribute.name()) == name) return attribute.value();
    return {};
}

}  // namespace hall
