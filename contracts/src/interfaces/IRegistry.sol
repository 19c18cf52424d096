// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// What an asset is. The order is part of the ABI: add at the end only.
enum Kind {
    Datanet,
    Model,
    Agent,
    Provider,
    Gateway,
    Attributor,
    Validator
}

/// Basis points of a fee. Whatever the four leave of 10,000 is the protocol's, at least `minProtocol`.
struct Split {
    uint16 provider;
    uint16 owner;
    uint16 contributors;
    uint16 stakers;
}

/// Datanets, models, providers, gateways, attributors and validators are one kind of thing: an owned, versioned asset with parents.
interface IRegistry {
    event Registered(uint256 indexed id, Kind indexed kind, address indexed owner);
    event Published(uint256 indexed id, uint32 version, bytes32 contentHash, uint256[] parents, string uri);
    event SplitSet(uint256 indexed id, Split split, uint256 at);

    error Registry_NotOwner(uint256 id, address caller);
    error Registry_UnknownAsset(uint256 id);
    error Registry_UnknownParent(uint256 parent);
    error Registry_BadSplit(uint256 sumBps);

    function register(Kind kind, Split calldata split, bytes32 contentHash, uint256[] calldata parents, string calldata uri)
        external
        returns (uint256 id);
    function publish(uint256 id, bytes32 contentHash, uint256[] calldata parents, string calldata uri) external;
    function setSplit(uint256 id, Split calldata split) external;
    function ownerOf(uint256 id) external view returns (address);
    function kindOf(uint256 id) external view returns (Kind);
    function versionOf(uint256 id) external view returns (uint32);
    function splitOf(uint256 id) external view returns (Split memory);
    /// Datanet number 1: owned by nobody (the registry itself), seeded at genesis.
    function COMMONS() external view returns (uint256);
}
